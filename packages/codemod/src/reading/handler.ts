// The `onComplete` of an instance: which function it is, and what it does with its parameters.

import type { bare, NodePath } from '../syntax/walk.ts'
import { hookName } from './holders.ts'
import { memberName } from './sdk-imports.ts'

/** The value of `onComplete`. */
export type Handler =
  /** A function that is written there. */
  | { readonly kind: 'inline'; readonly fn: NodePath }
  /** A name for a function, such as `onComplete` or `this.onComplete`; `fn` where that was found. */
  | { readonly kind: 'named'; readonly value: NodePath; readonly fn: NodePath | undefined }
  /** Something whose value may be another one each time. */
  | { readonly kind: 'unknown' }

/** Reads the property `onComplete`. */
export function readHandler(property: NodePath): Handler {
  if (property.isObjectMethod()) return { kind: 'inline', fn: property }
  if (!property.isObjectProperty()) return { kind: 'unknown' }
  const value = property.get('value') as NodePath
  if (value.isFunctionExpression() || value.isArrowFunctionExpression()) {
    return { kind: 'inline', fn: value }
  }
  if (value.isIdentifier()) return { kind: 'named', value, fn: functionOf(value, value.node.name) }
  const name = memberName(value)
  if (!name || !isSteady(value)) return { kind: 'unknown' }
  const isOwn = value.isMemberExpression() && value.node.object.type === 'ThisExpression'
  return { kind: 'named', value, fn: isOwn ? methodOf(value, name) : undefined }
}

// `this.a`, `props.a`, `this.props.a`: reading them calls nothing.
function isSteady(path: NodePath): boolean {
  if (path.isIdentifier() || path.isThisExpression()) return true
  return path.isMemberExpression() && memberName(path) !== undefined && isSteady(path.get('object'))
}

function functionOf(at: NodePath, name: string): NodePath | undefined {
  const binding = at.scope.getBinding(name)
  if (!binding?.constant) return undefined
  if (binding.path.isFunctionDeclaration()) return binding.path
  return binding.path.isVariableDeclarator()
    ? functionIn(binding.path.get('init') as NodePath)
    : undefined
}

// A function, also one within `useCallback()`.
function functionIn(path: NodePath): NodePath | undefined {
  if (path.isFunctionExpression() || path.isArrowFunctionExpression()) return path
  if (hookName(path) !== 'useCallback' || !path.isCallExpression()) return undefined
  const [first] = path.get('arguments')
  return first && functionIn(first)
}

function methodOf(at: NodePath, name: string): NodePath | undefined {
  const owner = at.findParent(path => path.isClass())
  if (!owner?.isClass()) return undefined
  for (const part of owner.get('body').get('body')) {
    const { node } = part
    if (!('key' in node) || node.key.type !== 'Identifier' || node.key.name !== name) continue
    if (part.isClassMethod()) return part
    if (part.isClassProperty()) return functionIn(part.get('value') as NodePath)
  }
  return undefined
}

/** The parameters of a handler, in the order of `onComplete`. */
export type HandlerParameters =
  | { readonly ok: true; readonly parameters: readonly HandlerParameter[] }
  | { readonly ok: false }

/** One parameter of a handler. */
export type HandlerParameter = {
  readonly name: string
  /** Where the function uses it. */
  readonly uses: readonly NodePath[]
  /** Its type as written: `any`, `string`, `other`, or none at all. */
  readonly type: 'none' | 'any' | 'string' | 'error-or-null' | 'other'
  readonly isOptional: boolean
}

/** Reads the parameters of a handler, where they are plain names. */
export function handlerParameters(fn: NodePath): HandlerParameters {
  if (!fn.isFunction()) return { ok: false }
  const parameters: HandlerParameter[] = []
  for (const node of fn.node.params) {
    if (node.type === 'Identifier' && node.name === 'this') continue
    const name = node.type === 'AssignmentPattern' ? node.left : node
    if (name.type !== 'Identifier') return { ok: false }
    const binding = fn.scope.getOwnBinding(name.name)
    // What a function assigns to its parameter cannot be followed.
    if (!binding?.constant) return { ok: false }
    parameters.push({
      name: name.name,
      uses: binding.referencePaths,
      type: typeOf(name.typeAnnotation),
      isOptional: node.type === 'AssignmentPattern' || name.optional === true,
    })
  }
  return { ok: true, parameters }
}

function typeOf(annotation: object | null | undefined): HandlerParameter['type'] {
  if (!annotation || !('typeAnnotation' in annotation)) return 'none'
  const type = annotation.typeAnnotation as Parameters<typeof bare>[0]
  const parts = type?.type === 'TSUnionType' ? type.types : [type]
  const names = parts.map(part =>
    part?.type === 'TSTypeReference' && part.typeName.type === 'Identifier'
      ? part.typeName.name
      : part?.type,
  )
  if (names.some(name => name === 'TSAnyKeyword' || name === 'TSUnknownKeyword')) return 'any'
  if (names.includes('Error') && names.includes('TSNullKeyword')) return 'error-or-null'
  const isText = names.every(name => /^TS(String|Undefined|Null)Keyword$/.test(name ?? ''))
  if (!isText || !names.includes('TSStringKeyword')) return 'other'
  return names.includes('TSUndefinedKeyword') ? 'any' : 'string'
}
