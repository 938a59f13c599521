// Reads one file, moves it, and writes it where that was asked for.

import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { markPage } from '../mark-page.ts'
import { type LineLeft, type Migration, migrate } from '../migrate.ts'
import { ParseError } from '../syntax/parse.ts'
import { type FoundFile, type Problem, reasonOf } from './find-files.ts'
import { hasHooks } from './react-version.ts'

/** What became of one file. */
export type FileResult = {
  readonly path: string
  readonly isChanged: boolean
  /** How many instances were moved. */
  readonly moved: number
  readonly left: readonly LineLeft[]
}

/** Moves one file. What goes wrong is told, so that the others go on. */
export function migrateFile({ path, kind }: FoundFile, write: boolean): FileResult | Problem {
  let text: string
  try {
    // A byte order mark stays, and what is no text is refused.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8.' : reasonOf(error)
    return { path, problem: `It could not be read: ${why}` }
  }
  let migration: Migration
  try {
    migration = migrateText(text, path, kind)
  } catch (error) {
    const why =
      error instanceof ParseError ? error.message : `The codemod failed: ${reasonOf(error)}`
    return { path, problem: why }
  }
  const isChanged = migration.text !== text
  if (write && isChanged) {
    try {
      writeFileSync(path, migration.text)
    } catch (error) {
      return { path, problem: `It could not be written: ${reasonOf(error)}` }
    }
  }
  return { path, isChanged, moved: migration.moved, left: migration.left }
}

function migrateText(text: string, path: string, kind: FoundFile['kind']): Migration {
  if (kind === 'page') return markPage(text)
  if (kind === 'program') return migrate(text, path, { hasHooks: hasHooks(resolve(path)) })
  const line = text.split('\n').findIndex(part => part.includes('@smartcar/auth')) + 1
  const what = 'files of this kind are not read: move it by hand'
  return { text, moved: 0, left: line > 0 ? [{ line, what }] : [] }
}
