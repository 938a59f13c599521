// The value of a scope picker: exactly the `scope` option, and how single choices change it.

import type { Scope } from 'smartcar-connect'

const prefix = 'required:'

/** The permission's name in an entry of the scope. */
export function nameOf(entry: Scope): string {
  return entry.startsWith(prefix) ? entry.slice(prefix.length) : entry
}

/** Whether a permission is asked for, and whether the connection needs it. */
export type Choice = { checked: boolean; required: boolean }

/** What has been chosen, by the permission's name. Named twice, it is required if either says so. */
export function choicesOf(scope: readonly Scope[]): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>()
  for (const entry of scope) {
    const name = nameOf(entry)
    const required = entry.startsWith(prefix) || choices.get(name)?.required === true
    choices.set(name, { checked: true, required })
  }
  return choices
}

/** The scope with this permission asked for or not; every other entry stays as it is. */
export function withPermission(
  scope: readonly Scope[],
  name: string,
  checked: boolean,
): readonly Scope[] {
  if (!checked) return scope.filter(entry => nameOf(entry) !== name)
  return scope.some(entry => nameOf(entry) === name) ? scope : [...scope, name]
}

/** The scope with this permission required or optional, where it stands; asked for in any case. */
export function withRequired(
  scope: readonly Scope[],
  name: string,
  required: boolean,
): readonly Scope[] {
  const wanted = required ? prefix + name : name
  const changed = scope.map(entry => (nameOf(entry) === name ? wanted : entry))
  return changed.includes(wanted) ? [...new Set(changed)] : [...scope, wanted]
}

/** The scope with what may not be taken away in front, each exactly as locked. */
export function withLocked(scope: readonly Scope[], locked: readonly Scope[]): readonly Scope[] {
  const missing = locked.filter(entry => !scope.includes(entry))
  if (missing.length === 0) return scope
  const names = new Set(missing.map(nameOf))
  return [...missing, ...scope.filter(entry => !names.has(nameOf(entry)))]
}

/** Whether two scopes name the same permissions, in whatever order and however required. */
export function sameNames(one: readonly Scope[], other: readonly Scope[]): boolean {
  const names = new Set(one.map(nameOf))
  const others = new Set(other.map(nameOf))
  return names.size === others.size && [...names].every(name => others.has(name))
}

/** Whether two scopes are the same, entry by entry. */
export function sameEntries(one: readonly Scope[], other: readonly Scope[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index])
}
