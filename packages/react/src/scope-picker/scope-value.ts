// The value of a scope picker: exactly the `scope` option, and how single choices change it.

import type { Scope } from 'smartcar-connect'

const prefix = 'required:'

/** The permission's name in an entry of the scope. */
export function nameOf(entry: Scope): string {
  return entry.startsWith(prefix) ? entry.slice(prefix.length) : entry
}

/** What is chosen for one permission. */
export type Choice = {
  /** Whether the connection asks for it. */
  checked: boolean
  /** Whether the connection is of no use without it. */
  required: boolean
}

/** The choices by the permission's name. A permission named twice is required if either entry is. */
export function choicesOf(scope: readonly Scope[]): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>()
  for (const entry of scope) {
    const name = nameOf(entry)
    const required = entry.startsWith(prefix) || choices.get(name)?.required === true
    choices.set(name, { checked: true, required })
  }
  return choices
}

/** The scope with or without this permission; every other entry stays as it is. */
export function withPermission(
  scope: readonly Scope[],
  name: string,
  checked: boolean,
): readonly Scope[] {
  if (!checked) return scope.filter(entry => nameOf(entry) !== name)
  return scope.some(entry => nameOf(entry) === name) ? scope : [...scope, name]
}

/** The scope with this permission required or optional, in its place; added if it is not there. */
export function withRequired(
  scope: readonly Scope[],
  name: string,
  required: boolean,
): readonly Scope[] {
  const wanted = required ? prefix + name : name
  const changed = scope.map(entry => (nameOf(entry) === name ? wanted : entry))
  return changed.includes(wanted) ? [...new Set(changed)] : [...scope, wanted]
}

/**
 * The scope with every locked entry in it, exactly as locked; entries that were missing come first. A
 * permission that is locked twice is required if either entry is.
 */
export function withLocked(scope: readonly Scope[], locked: readonly Scope[]): readonly Scope[] {
  const entries = [...choicesOf(locked)].map(([name, { required }]) =>
    required ? prefix + name : name,
  )
  const missing = entries.filter(entry => !scope.includes(entry))
  if (missing.length === 0) return scope
  const names = new Set(missing.map(nameOf))
  return [...missing, ...scope.filter(entry => !names.has(nameOf(entry)))]
}

/** Whether two scopes name the same permissions, whatever their order and whether required or not. */
export function sameNames(one: readonly Scope[], other: readonly Scope[]): boolean {
  const names = new Set(one.map(nameOf))
  const others = new Set(other.map(nameOf))
  return names.size === others.size && [...names].every(name => others.has(name))
}

/** Whether two scopes have the same entries in the same order. */
export function sameEntries(one: readonly Scope[], other: readonly Scope[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index])
}
