// Finds the files of an app that may use the official SDK.

import { readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const programs = ['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts']
const pages = ['.html', '.htm']
// They hold programs that are not read here.
const others = ['.vue', '.svelte', '.astro']

/** What a file is to the codemod. */
export type FileKind = 'program' | 'page' | 'other'

/** A file that was found. */
export type FoundFile = { readonly path: string; readonly kind: FileKind }

/** A path that cannot be looked into, and why. */
export type Problem = { readonly path: string; readonly problem: string }

/** Files below the given paths: each once, none in `node_modules` or in folders that begin with a dot. */
export function findFiles(paths: readonly string[]): (FoundFile | Problem)[] {
  const seen = new Set<string>()
  return paths.flatMap(path => {
    try {
      const real = realpathSync(path)
      if (real.split(sep).includes('node_modules')) {
        return [
          {
            path,
            problem: 'It is in node_modules, which belongs to others, so it was left as it is.',
          },
        ]
      }
      return statSync(real).isDirectory() ? filesBelow(path, seen) : found(path, seen)
    } catch (error) {
      return [{ path, problem: `It could not be read: ${reasonOf(error)}` }]
    }
  })
}

function filesBelow(folder: string, seen: Set<string>): (FoundFile | Problem)[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(entry => {
        if (entry.name === 'node_modules' || entry.name.startsWith('.')) return []
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return filesBelow(path, seen)
        return entry.isFile() ? found(path, seen) : []
      })
  } catch (error) {
    return [{ path: folder, problem: `It could not be read: ${reasonOf(error)}` }]
  }
}

function found(path: string, seen: Set<string>): FoundFile[] {
  const real = realpathSync(path)
  const kind = kindOf(extname(path).toLowerCase())
  if (!kind || seen.has(real)) return []
  seen.add(real)
  return [{ path, kind }]
}

function kindOf(extension: string): FileKind | undefined {
  if (programs.includes(extension)) return 'program'
  if (pages.includes(extension)) return 'page'
  return others.includes(extension) ? 'other' : undefined
}

/** Why the file system refused, in its own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
