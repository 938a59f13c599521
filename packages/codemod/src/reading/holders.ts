// What holds an instance of the SDK: a variable, a member of a class, or a ref.

import { type Binding, bare, type NodePath, outermost } from '../syntax/walk.ts'
import { memberName } from './sdk-imports.ts'

/** What holds instances. Two constructions with the same `key` are held by the same. */
export type Holder =
  | { readonly kind: 'nothing'; readonly key: unknown; readonly value: NodePath }
  | { readonly kind: 'variable'; readonly key: unknown; readonly binding: Binding }
  | { readonly kind: 'ref'; readonly key: unknown; readonly binding: Binding }
  | {
      readonly kind: 'member'
      readonly key: unknown
      readonly name: string
      readonly owner: NodePath
    }

/** What holds an instance; `undefined` where it goes somewhere that cannot be followed. */
export function holderOf(construction: NodePath): Holder | undefined {
  const value = outermost(construction)
  const { parentPath } = value
  if (!parentPath) return undefined
  if (parentPath.isMemberExpression() && value.key === 'object') {
    return { kind: 'nothing', key: construction, value }
  }
  if (parentPath.isVariableDeclarator()) return declared(parentPath, 'variable')
  if (parentPath.isClassProperty() || parentPath.isClassPrivateProperty()) return field(parentPath)
  if (parentPath.isAssignmentExpression() && value.key === 'right') return assigned(parentPath)
  if (parentPath.isCallExpression() && value.listKey === 'arguments' && value.key === 0) {
    return given(parentPath)
  }
  const call = callThatReturns(value)
  if (!call) return undefined
  const { parentPath: declarator } = outermost(call)
  const hook = hookName(call)
  if (!declarator?.isVariableDeclarator()) return undefined
  return hook === 'useMemo' || hook === 'useState' ? declared(declarator, 'variable') : undefined
}

// `const x =`, `const [x] =`, `const [x, setX] =`.
function declared(declarator: NodePath, kind: 'variable' | 'ref'): Holder | undefined {
  if (!declarator.isVariableDeclarator()) return undefined
  const { id } = declarator.node
  const name = id.type === 'ArrayPattern' ? id.elements[0] : id
  if (name?.type !== 'Identifier') return undefined
  return held(declarator.scope.getBinding(name.name), kind)
}

function held(binding: Binding | undefined, kind: 'variable' | 'ref'): Holder | undefined {
  return binding && binding.kind !== 'param' && binding.kind !== 'module'
    ? { kind, key: binding, binding }
    : undefined
}

function field(property: NodePath): Holder | undefined {
  if (!property.isClassProperty() && !property.isClassPrivateProperty()) return undefined
  const { key } = property.node
  if (property.node.static || (property.isClassProperty() && property.node.computed))
    return undefined
  if (key.type === 'PrivateName') return member(property, `#${key.id.name}`)
  return key.type === 'Identifier' ? member(property, key.name) : undefined
}

function member(from: NodePath, name: string): Holder | undefined {
  const owner = from.findParent(path => path.isClass())
  return owner ? { kind: 'member', key: `${owner.node.start} ${name}`, name, owner } : undefined
}

function assigned(assignment: NodePath): Holder | undefined {
  if (!assignment.isAssignmentExpression() || assignment.node.operator !== '=') return undefined
  if (!assignment.parentPath.isExpressionStatement()) return undefined
  const left = assignment.get('left')
  if (left.isIdentifier()) return held(left.scope.getBinding(left.node.name), 'variable')
  const name = memberName(left)
  if (!name || !left.isMemberExpression()) return undefined
  const { object } = left.node
  if (object.type === 'ThisExpression') return member(assignment, name)
  if (object.type !== 'Identifier' || name !== 'current') return undefined
  const binding = left.scope.getBinding(object.name)
  const { init = null } = binding?.path.isVariableDeclarator() ? binding.path.node : {}
  return bare(init)?.type === 'CallExpression' ? held(binding, 'ref') : undefined
}

// `useRef(new …)`, `useState(new …)`, and `setX(new …)` of a state.
function given(call: NodePath): Holder | undefined {
  const { parentPath: declarator } = outermost(call)
  const hook = hookName(call)
  if (declarator?.isVariableDeclarator()) {
    if (hook === 'useRef') return declared(declarator, 'ref')
    return hook === 'useState' ? declared(declarator, 'variable') : undefined
  }
  if (!hook || !call.parentPath?.isExpressionStatement()) return undefined
  const binding = call.scope.getBinding(hook)
  if (!binding?.path.isVariableDeclarator()) return undefined
  const { id, init } = binding.path.node
  const isState = id.type === 'ArrayPattern' && bare(init)?.type === 'CallExpression'
  const [, setter] = isState ? id.elements : []
  if (!isState || setter?.type !== 'Identifier' || setter.name !== hook) return undefined
  const state = binding.path.get('init')
  return hookName(state as NodePath) === 'useState' ? declared(binding.path, 'variable') : undefined
}

// The call whose only function returns the value: `useMemo(() => value)`, `useMemo(() => { return value })`.
function callThatReturns(value: NodePath): NodePath | undefined {
  const { parentPath } = value
  const body = parentPath?.isReturnStatement() ? parentPath.parentPath : undefined
  const arrow = body ? (body.isBlockStatement() ? body.parentPath : undefined) : parentPath
  if (!arrow?.isArrowFunctionExpression() || arrow.key !== 0) return undefined
  return arrow.parentPath.isCallExpression() ? arrow.parentPath : undefined
}

/** The name of the function that is called, as `useMemo` in `React.useMemo()`. */
export function hookName(call: NodePath | null | undefined): string | undefined {
  if (!call?.isCallExpression()) return undefined
  const callee = call.get('callee')
  return callee.isIdentifier() ? callee.node.name : memberName(callee)
}
