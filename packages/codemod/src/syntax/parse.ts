// Parses a file of an app, by its name.

import { extname } from 'node:path'
import { type ParserPlugin, parse as parseText } from '@babel/parser'
import type { File } from '@babel/types'

/** Where a text is no program, with its place. */
export class ParseError extends Error {
  override name = 'ParseError'
}

/**
 * The syntax tree of a JavaScript or TypeScript file.
 *
 * @throws {ParseError} where the text is no program
 */
export function parse(text: string, path: string): File {
  try {
    return parseText(text, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      plugins: ['decorators-legacy', ...pluginsFor(extname(path))],
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ParseError(`It could not be parsed, so it was left as it is: ${why}`, {
      cause: error,
    })
  }
}

// In `.ts`, `<T>value` is a type assertion, so JSX cannot be read there.
function pluginsFor(extension: string): ParserPlugin[] {
  if (/^\.[cm]?ts$/.test(extension)) return ['typescript']
  if (extension === '.tsx') return ['typescript', 'jsx']
  return ['flow', 'jsx']
}
