// Follows an instance to each place that uses it.

import type { Mark } from '../syntax/marks.ts'
import { bare, type NodePath, outermost } from '../syntax/walk.ts'
import { type Holder, hookName } from './holders.ts'
import { memberName } from './sdk-imports.ts'

/** The methods that an instance has. */
export type Method = 'openDialog' | 'addClickHandler' | 'unmount' | 'getAuthUrl'

/** One call of a method of an instance. */
export type InstanceCall = {
  readonly method: Method
  readonly call: NodePath
  /** The `x.method` of it. */
  readonly callee: NodePath
}

/** All that is done with what a holder holds. */
export type InstanceUses = {
  readonly calls: readonly InstanceCall[]
  /** What keeps the instance from being followed. */
  readonly marks: readonly Mark[]
}

const methods: readonly string[] = ['openDialog', 'addClickHandler', 'unmount', 'getAuthUrl']

/**
 * Every use of what a holder holds.
 *
 * @param constructions the instances that it holds
 */
export function instanceUses(holder: Holder, constructions: readonly NodePath[]): InstanceUses {
  const calls: InstanceCall[] = []
  const marks: Mark[] = []
  for (const path of usesOf(holder)) {
    const call = callOf(path)
    if (call) calls.push(call)
    else if (!isHarmless(path, constructions)) marks.push(goesElsewhere(path))
  }
  if (holder.kind === 'member' && isOpenToOthers(holder.owner, holder.name)) {
    marks.push(goesElsewhere(holder.owner, `other files may use \`${holder.name}\` of this class`))
  }
  return { calls, marks }
}

function goesElsewhere(
  at: NodePath,
  why = 'here the instance goes where it was not followed',
): Mark {
  return {
    at,
    what: `${why}; keep it within one function, component or file and run the codemod again, or move it by hand`,
    section: 'one-instance-for-several-files',
  }
}

function usesOf(holder: Holder): NodePath[] {
  switch (holder.kind) {
    case 'nothing':
      return [holder.value]
    case 'variable':
      return [...holder.binding.referencePaths, ...assignments(holder.binding.constantViolations)]
    case 'ref':
      return holder.binding.referencePaths.map(path => {
        const { parentPath } = path
        const isCurrent =
          path.key === 'object' && parentPath && memberName(parentPath) === 'current'
        return isCurrent ? parentPath : path
      })
    case 'member':
      return membersOf(holder.owner, holder.name)
  }
}

// The name on the left of each assignment; what else changes a variable stays as it is.
function assignments(violations: readonly NodePath[]): NodePath[] {
  return violations.map(path =>
    path.isAssignmentExpression() ? (path.get('left') as NodePath) : path,
  )
}

// All of `this.name` in the class, and whatever else in the file reads a property of that name.
function membersOf(owner: NodePath, name: string): NodePath[] {
  const found: NodePath[] = []
  const program = owner.findParent(path => path.isProgram())
  program?.traverse({
    MemberExpression(path) {
      if (memberName(path) !== name) return
      const { object } = path.node
      const isOwn = object.type === 'ThisExpression' && isWithin(path, owner)
      const called = callOf(path)
      if (isOwn || called) found.push(isOwn ? path : path.get('object'))
    },
    ObjectPattern(path) {
      const { parent } = path
      const source = parent.type === 'VariableDeclarator' ? bare(parent.init) : undefined
      const isNamed = path.node.properties.some(
        property =>
          property.type === 'RestElement' ||
          (property.key.type === 'Identifier' && property.key.name === name),
      )
      if (source?.type === 'ThisExpression' && isNamed && isWithin(path, owner)) found.push(path)
    },
  })
  return found
}

function isWithin(path: NodePath, owner: NodePath): boolean {
  return path.findParent(parent => parent.node === owner.node) !== null
}

function callOf(path: NodePath): InstanceCall | undefined {
  const value = outermost(path)
  const { parentPath: callee } = value
  if (!callee || value.key !== 'object') return undefined
  const method = memberName(callee)
  const { parentPath: call } = callee
  const isCalled =
    (call?.isCallExpression() || call?.isOptionalCallExpression()) && callee.key === 'callee'
  if (!isCalled || !method || !methods.includes(method)) return undefined
  return { method: method as Method, call, callee }
}

function isHarmless(path: NodePath, constructions: readonly NodePath[]): boolean {
  const value = outermost(path)
  const { parentPath, key } = value
  if (!parentPath) return false
  if (parentPath.isAssignmentExpression() && key === 'left') {
    const right = bare(parentPath.node.right)
    return isNothing(right) || constructions.some(({ node }) => node === right)
  }
  if (parentPath.isUnaryExpression()) return parentPath.node.operator === '!'
  if (parentPath.isLogicalExpression()) {
    const isGuard = parentPath.node.operator === '&&' && key === 'left'
    return isGuard || isHarmless(parentPath, constructions)
  }
  if (parentPath.isIfStatement() || parentPath.isConditionalExpression()) return key === 'test'
  if (parentPath.isBinaryExpression()) {
    return isNothing(bare(parentPath.node.left)) || isNothing(bare(parentPath.node.right))
  }
  // A list of dependencies: useEffect(…, [smartcar]).
  const { parentPath: call } = parentPath
  return (
    parentPath.isArrayExpression() && parentPath.key !== 0 && /^use[A-Z]/.test(hookName(call) ?? '')
  )
}

function isNothing(node: ReturnType<typeof bare>): boolean {
  return node?.type === 'NullLiteral' || (node?.type === 'Identifier' && node.name === 'undefined')
}

// A component of React is used by its props alone. An instance of any other class may be read from elsewhere.
function isOpenToOthers(owner: NodePath, name: string): boolean {
  if (!owner.isClass() || name.startsWith('#')) return false
  const isPrivate = owner.node.body.body.some(
    part =>
      part.type === 'ClassProperty' &&
      part.key.type === 'Identifier' &&
      part.key.name === name &&
      part.accessibility === 'private',
  )
  // A template may use what is private.
  if (owner.node.decorators?.length) return true
  const { superClass } = owner.node
  const superName =
    superClass?.type === 'Identifier'
      ? superClass.name
      : superClass?.type === 'MemberExpression' && superClass.property.type === 'Identifier'
        ? superClass.property.name
        : ''
  return !isPrivate && !/^(Pure)?Component$/.test(superName)
}
