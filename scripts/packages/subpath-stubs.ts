// Files at a package's root that lead tools without `exports` to its subpaths.

import type { Exports } from './export-targets.ts'

/** A file to write: its path in the package, and its text. */
export type Stub = { readonly path: string; readonly text: string }

/**
 * TypeScript's `moduleResolution: node` and Parcel look for `package/subpath` as a file or a folder at
 * the package's root. A module gets a folder with a manifest, a style sheet a file that imports it.
 * What is at the root already needs nothing.
 *
 * @param exports the `exports` that are published
 * @see https://nodejs.org/api/modules.html#folders-as-modules
 * @see https://parceljs.org/features/dependency-resolution/#package-exports
 */
export function subpathStubs(exports: Exports): readonly Stub[] {
  return Object.entries(exports).flatMap(([entry, target]) => {
    const name = entry.replace('./', '')
    const { path, types } = targetOf(target)
    if (name === '.' || path === undefined || !path.startsWith('./dist/')) return []
    if (path.endsWith('.css')) {
      return [
        { path: name, text: `@import "${path}";\n` },
        { path: `${name}.d.ts`, text: 'export {}\n' },
      ]
    }
    const up = '../'.repeat(name.split('/').length)
    const manifest = {
      type: 'module',
      main: path.replace('./', up),
      types: types.replace('./', up),
    }
    return [{ path: `${name}/package.json`, text: `${JSON.stringify(manifest, undefined, 2)}\n` }]
  })
}

function targetOf(target: Exports[string]): { path: string | undefined; types: string } {
  const conditions = typeof target === 'string' ? { default: target } : target
  const path = typeof conditions.default === 'string' ? conditions.default : undefined
  const types = typeof conditions.types === 'string' ? conditions.types : undefined
  return { path, types: types ?? (path ?? '').replace(/\.js$/, '.d.ts') }
}
