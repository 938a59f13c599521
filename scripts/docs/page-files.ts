// The files that a page of Markdown prints: blocks whose first line is a comment with their name.

import { codeBlocks } from '../readme/code-blocks.ts'

/** Reads the files, by name. Blocks without a name are left out. */
export function pageFiles(markdown: string): ReadonlyMap<string, string> {
  return new Map(
    codeBlocks(markdown).flatMap(({ code }): [string, string][] => {
      const name = fileNameOf(code)
      return name === undefined ? [] : [[name, code]]
    }),
  )
}

/** The name in the first line of a block: a comment of JavaScript, HTML or `.env`, and nothing else in it. */
export function fileNameOf(code: string): string | undefined {
  return /^(?:\/\/ |<!-- |# )([\w./[\]-]*\.\w+)(?: -->)?\n/.exec(code)?.[1]
}
