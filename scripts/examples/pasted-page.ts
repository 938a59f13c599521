// A page of the documentation as somebody follows it: its commands, and its files, pasted.

import { fileNameOf, pageFiles } from '../docs/page-files.ts'
import { codeBlocks } from '../readme/code-blocks.ts'

/** What a page tells its reader to do. */
export type PastedPage = {
  /** The commands that make the folder and install. */
  readonly install: string
  /** The files by their path, as their first lines name it. */
  readonly files: ReadonlyMap<string, string>
  /** The commands that have to run at once, each in a terminal of its own. */
  readonly starts: readonly string[]
}

/**
 * Reads a page whose first commands install, whose second ones start, and whose other blocks are files.
 *
 * @throws {Error} if the page has other commands, or a block that names no file
 */
export function readPastedPage(markdown: string): PastedPage {
  const blocks = codeBlocks(markdown)
  const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code)
  const [install, starts, ...more] = commands
  if (!install || !starts || more.length > 0) {
    throw new Error(`The page has ${commands.length} blocks of commands, and two are expected.`)
  }
  const unnamed = blocks.find(({ language, code }) => language !== 'sh' && !fileNameOf(code))
  if (unnamed) throw new Error(`The block at line ${unnamed.line} does not name its file.`)
  return { install, files: pageFiles(markdown), starts: starts.trim().split('\n') }
}

/** Writes the ports of this run in the place of those of the page. */
export function withPorts(code: string, ports: Readonly<Record<number, number>>): string {
  return code.replaceAll(/\b\d{4}\b/g, port => `${ports[Number(port)] ?? port}`)
}
