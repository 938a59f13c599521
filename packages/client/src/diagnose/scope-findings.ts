// Permissions in `scope` that look like a mistake.

import { permissions } from '../options/permissions.ts'
import { type Finding, warning } from './finding.ts'
import { nearestNames } from './nearest-names.ts'

const names = permissions.map(({ name }) => name)

/** One finding for each permission that this version does not know. It may be a newer one, so it is a warning. */
export function scopeFindings(scope: readonly string[]): Finding[] {
  return scope.flatMap(entry => {
    const [prefix, name = ''] = entry.includes(':') ? entry.split(/:(.*)/s) : ['required', entry]
    const isKnown = names.some(known => known === name)
    if (isKnown && prefix === 'required') return []
    const meant = isKnown ? [name] : nearestNames(name, names)
    const nearest = meant.map(name => (entry.includes(':') ? `required:${name}` : name))
    return warning(
      'unknown_permission',
      `\`scope\` asks for "${entry}", which this version does not know: Connect may refuse it, or nobody may be asked for it.`,
      nearest.length
        ? `Did you mean ${nearest.map(name => `"${name}"`).join(' or ')}?`
        : 'Compare it with the list that `permissions` gives, unless it is a new one.',
    )
  })
}
