// Finds a program on the path.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of these names that is a program of this machine. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync)
}
