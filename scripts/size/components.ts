// What each component adds to an app that has the hook, and that it adds nothing to an app without it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppFolder } from '../packages/app-folder.ts'
import { bundleByEsbuild } from './by-esbuild.ts'
import { bundleByVite } from './by-vite.ts'
import { downloadOf } from './download.ts'
import type { Size } from './size-table.ts'

const packageName = 'smartcar-connect-react'

/** An export of the package, and the file of the package that it comes from. */
export type ComponentFile = { readonly name: string; readonly path: string }

/**
 * The components that an index exports.
 *
 * @param index the text of the packed `index.js`
 */
export function componentsOf(index: string): readonly ComponentFile[] {
  const imports = index.matchAll(/import \{([^}]*)\} from ["']\.\/([^"']+)["']/g)
  return [...imports]
    .filter(([, , path]) => path?.includes('/'))
    .flatMap(([, names = '', path = '']) =>
      names.split(',').map(name => ({ name: name.trim(), path })),
    )
    .filter(({ name }) => /^[A-Z]/.test(name) && !/Provider$/.test(name))
}

/**
 * A row for each component: the bytes that it adds to the hook.
 *
 * @throws {Error} if an app gets more from the package's index than from the component's own file,
 *   since it then pays for what it does not import
 */
export async function componentSizes(app: AppFolder): Promise<readonly Size[]> {
  const dist = join(app.path, 'node_modules', packageName, 'dist')
  const components = componentsOf(readFileSync(join(dist, 'index.js'), 'utf8'))
  if (components.length === 0) throw new Error('The packed index.js exports no component.')
  const hook = await sizeOf('useSmartcarConnect', app)
  const rows: Size[] = []
  for (const { name, path } of components) {
    const foreign = await foreignModules(name, join(dist, path), app)
    if (foreign.length > 0) {
      throw new Error(`An app that imports only ${name} downloads ${foreign.join(', ')} as well.`)
    }
    const both = await sizeOf(`${name}, useSmartcarConnect`, app)
    rows.push({ name, esbuild: both.esbuild - hook.esbuild, vite: both.vite - hook.vite })
  }
  return rows
}

async function sizeOf(names: string, app: AppFolder): Promise<{ esbuild: number; vite: number }> {
  const code = `export { ${names} } from '${packageName}'`
  return {
    esbuild: downloadOf(await bundleByEsbuild(code, app.path)).atLoad,
    vite: downloadOf(await bundleByVite(code, app.path)).atLoad,
  }
}

// What comes along from the index, and would not from the component's own file.
async function foreignModules(name: string, file: string, app: AppFolder): Promise<string[]> {
  async function modulesFrom(source: string) {
    const files = await bundleByEsbuild(`export { ${name} } from '${source}'`, app.path)
    return files.flatMap(({ modules = [] }) => modules)
  }
  const own = new Set(await modulesFrom(file))
  return (await modulesFrom(packageName)).filter(module => !own.has(module))
}
