// Reads the members of a union off its source.

import { readFileSync } from 'node:fs'

/** The members of a union of texts in a file. */
export function membersOf(file: string, type: string): string[] {
  const [, union = ''] =
    readFileSync(file, 'utf8').match(new RegExp(`type ${type} =((?:\\s*\\| '\\w+')+)`)) ?? []
  return [...union.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)
}
