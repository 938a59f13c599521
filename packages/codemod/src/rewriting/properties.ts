// The properties of an object that is written out.

import { bare, type NodePath, rangeOf } from '../syntax/walk.ts'
import { type Change, replace, type Source } from './plan.ts'

/** A property with a fixed name. */
export type Property = {
  readonly name: string
  readonly path: NodePath
  /** Its value; `undefined` for a method. */
  readonly value: NodePath | undefined
}

/** The properties of an object, or `undefined` where some cannot be known: a spread, a computed name. */
export function propertiesOf(object: NodePath): Property[] | undefined {
  if (!object.isObjectExpression()) return undefined
  const properties: Property[] = []
  for (const path of object.get('properties')) {
    if (path.isSpreadElement()) return undefined
    const { key, computed } = path.node as { key: { type: string }; computed: boolean }
    if (computed) return undefined
    const name = 'name' in key ? key.name : 'value' in key ? key.value : undefined
    if (typeof name !== 'string') return undefined
    if (path.isObjectMethod() && path.node.kind !== 'method') return undefined
    const value = path.isObjectProperty() ? (path.get('value') as NodePath) : undefined
    properties.push({ name, path, value })
  }
  return properties
}

/** The object of an argument that is written out there, or in a constant that nothing else uses. */
export function objectOf(argument: NodePath | undefined): NodePath | undefined {
  if (!argument) return undefined
  const at = within(argument)
  if (at.isObjectExpression()) return at
  if (!at.isIdentifier()) return undefined
  const binding = at.scope.getBinding(at.node.name)
  if (!binding?.constant || binding.references !== 1 || !binding.path.isVariableDeclarator()) {
    return undefined
  }
  const init = binding.path.get('init') as NodePath
  return init.isObjectExpression() ? init : undefined
}

/** The text that a value has for certain: a literal, a constant of the file, or how a template begins. */
export function knownText(given: NodePath | undefined): string | undefined {
  const value = given && within(given)
  if (value?.isStringLiteral()) return value.node.value
  if (value?.isTemplateLiteral()) return value.node.quasis[0]?.value.cooked ?? undefined
  if (value?.isBinaryExpression() && value.node.operator === '+') {
    return knownText(value.get('left') as NodePath)
  }
  if (!value?.isIdentifier()) return undefined
  const binding = value.scope.getBinding(value.node.name)
  const init = binding?.constant && binding.path.isVariableDeclarator() && binding.path.get('init')
  return init && !Array.isArray(init) ? knownText(init as NodePath) : undefined
}

// The expression within type assertions.
function within(path: NodePath): NodePath {
  return path.node === bare(path.node) ? path : within(path.get('expression') as NodePath)
}

/** Takes a property out of its object, with its comma. */
export function removeProperty(source: Source, { path }: Property): Change {
  const { text } = source
  const [start, end] = rangeOf(path.node)
  const comma = /^\s*,/.exec(text.slice(end))?.[0] ?? ''
  // With its line, if it has one of its own.
  const before = /\r?\n[ \t]*$/.exec(text.slice(0, start))?.[0]
  const after = text.slice(end + comma.length)
  if (before && /^[ \t]*\r?\n/.test(after)) {
    return replace(source, start - before.length, end + comma.length, '')
  }
  const gap = comma ? (/^[ \t]*/.exec(after)?.[0] ?? '') : ''
  // The last one takes the comma before it.
  const lead = comma ? '' : (/,\s*$/.exec(text.slice(0, start))?.[0] ?? '')
  return replace(source, start - lead.length, end + comma.length + gap.length, '')
}
