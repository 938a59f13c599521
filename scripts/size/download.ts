// What a browser downloads of a bundle: at load, and late.

import { brotliCompressSync, constants } from 'node:zlib'

/** One file that a bundler wrote. */
export type BuiltFile = {
  /** What other files import it by. */
  readonly path: string
  readonly content: string
  /** Files that are loaded together with this one. */
  readonly imports: readonly string[]
  /** The modules of which something is in it. */
  readonly modules?: readonly string[]
  /** The module that `import()` loads from it, if it is one. */
  readonly module?: string | undefined
  /** Whether the bundler adds this file by itself, once to every app that has an `import()`. */
  readonly isHelper?: boolean
}

/** A part that is loaded when it is needed. */
export type LatePart = {
  /** The module that `import()` loads, or `shared` for what several of them import. */
  readonly name: string
  /** Bytes after Brotli. */
  readonly bytes: number
}

/** Bytes after Brotli, each file compressed by itself, as a server sends it. */
export type Download = {
  /** The entry and all that it imports. */
  readonly atLoad: number
  /** What comes by `import()`. */
  readonly late: readonly LatePart[]
  /** What the bundler adds by itself; counted in neither of the others. */
  readonly helper: number
}

/**
 * Adds up a bundle: what the entry imports is loaded with it, everything else later.
 *
 * @param files the bundle; its first file is the entry
 */
export function downloadOf(files: readonly BuiltFile[]): Download {
  const atLoad = loadedWith(files[0]?.path ?? '', files)
  const own = files.filter(({ isHelper }) => !isHelper)
  const late = own.filter(({ path }) => !atLoad.has(path)).map(latePart)
  return {
    atLoad: sum(own.filter(({ path }) => atLoad.has(path))),
    late: late.sort((a, b) => a.name.localeCompare(b.name) || b.bytes - a.bytes),
    helper: sum(files.filter(({ isHelper }) => isHelper)),
  }
}

/** Bytes after Brotli at its highest quality. */
export function brotliBytes(content: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return brotliCompressSync(content, { params }).length
}

function loadedWith(entry: string, files: readonly BuiltFile[]): Set<string> {
  const paths = new Set([entry])
  for (const path of paths) {
    for (const imported of files.find(file => file.path === path)?.imports ?? []) {
      paths.add(imported)
    }
  }
  return paths
}

function sum(files: readonly BuiltFile[]): number {
  return files.reduce((bytes, { content }) => bytes + brotliBytes(content), 0)
}

function latePart({ module, content }: BuiltFile): LatePart {
  return { name: module ? moduleName(module) : 'shared', bytes: brotliBytes(content) }
}

// Its path in `dist`, without the hash that a bundled package has in its names.
function moduleName(path: string): string {
  const [, inDist = path] = /\/dist\/(.+)\.js$/.exec(path) ?? []
  return inDist.replace(/-(?=[\w-]*[A-Z\d])[\w-]{8}$/, '')
}
