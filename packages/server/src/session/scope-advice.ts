// Tells a developer of a permission that looks misspelt.

import { permissionNames } from '../api/permission.ts'
import { tellDeveloper } from '../reporting/tell-developer.ts'
import { troubleshooting } from '../troubleshooting.ts'

/** Warns of each permission that this version does not know, with the nearest that it does. None is refused. */
export function adviseOnScope(scope: readonly string[]): void {
  for (const line of scope.flatMap(scopeAdvice)) tellDeveloper('warn', line)
}

/** What is said about one entry of a scope; nothing for one that is known. */
export function scopeAdvice(entry: string): string[] {
  const name = entry.replace(/^required:/, '')
  if (permissionNames.some(known => known === name)) return []
  const nearest = nearestPermission(name.replace(/^[^:]*:/, ''))
  const hint = nearest && ` Did you mean ${entry.includes(':') ? `required:${nearest}` : nearest}?`
  return [
    `scope has ${JSON.stringify(entry.slice(0, 100))}, which this version does not know, so Connect may refuse it or ask nobody for it.${hint ?? ''} See ${troubleshooting}#scope`,
  ]
}

/** The permission that takes the fewest letters to make, three at most; a name without its verb is near, too. */
function nearestPermission(word: string): string | undefined {
  const ranked = permissionNames
    .map(name => {
      const noun = name.slice(name.indexOf('_') + 1)
      return { name, edits: Math.min(distance(word, name), distance(word, noun) + 1) }
    })
    .filter(({ edits }) => edits <= 3)
  return ranked.toSorted((a, b) => a.edits - b.edits)[0]?.name
}

/**
 * How many letters have to be put in, left out or replaced.
 *
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance
 */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one.slice(0, 100)].entries()) {
    const next = [at + 1]
    for (const [index, expected] of [...other].entries()) {
      const replaced = (row[index] ?? 0) + (letter === expected ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
