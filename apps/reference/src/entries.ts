// What can be imported from the packages: each entry of their `exports` that is code.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One entry of a package, such as `smartcar-connect-server/sqlite`. */
export type Entry = {
  /** What an import names. */
  readonly name: string
  /** The folder of the package below `packages/`. */
  readonly package: string
  /** The entry's own part of `name`, such as `sqlite`; empty for the package itself. */
  readonly path: string
  /** Its source file, from the root of the repository or absolute. */
  readonly file: string
}

/** The packages, in the order of the reference. */
export const packages = ['client', 'react', 'server', 'simulator', 'codemod'] as const

/** The parts of a package.json that the reference reads. */
export type Manifest = {
  readonly name: string
  readonly description: string
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>
}

/** Reads the package.json of one package. */
export function readManifest(root: string, folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'))
}

/** The entries of one package; style sheets and HTML pages are none. */
export function entriesOf(folder: string, { name, exports }: Manifest): readonly Entry[] {
  return Object.entries(exports).flatMap(([key, target]) => {
    const source = typeof target === 'string' ? target : target.types
    if (!/\.tsx?$/.test(source)) return []
    const path = key.slice(2)
    return {
      name: path === '' ? name : `${name}/${path}`,
      package: folder,
      path,
      file: `packages/${folder}/${source.slice(2)}`,
    }
  })
}
