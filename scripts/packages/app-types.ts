// Compiles an app against the packed packages, with the oldest and the newest tools that are promised.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { createAppFolder } from './app-folder.ts'

const require = createRequire(import.meta.url)

/** Which tools an app may have, by the names under which they are installed here. */
const tools = [
  { typescript: 'typescript-5.0', react: 'types-react-18', moduleResolution: 'node' },
  { typescript: 'typescript-5.0', react: 'types-react-18', moduleResolution: 'bundler' },
  { typescript: 'typescript', react: 'types-react-18', moduleResolution: 'bundler' },
  { typescript: 'typescript', react: '@types/react', moduleResolution: 'bundler' },
] as const

/**
 * Compiles the app with each pair of tools.
 *
 * @returns what the compilers found; empty where every app compiles
 */
export function appTypeFaults(): readonly string[] {
  const app = createAppFolder(resolve('packages'))
  try {
    copyFileSync(join(import.meta.dirname, 'app.tsx'), join(app.path, 'app.tsx'))
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedSideEffectImports: true,
      noEmit: true,
      types: ['react'],
    }
    return tools.flatMap(({ typescript, react, moduleResolution }) => {
      install(app.path, '@types/react', dirname(require.resolve(`${react}/package.json`)))
      const compiler = require.resolve(`${typescript}/package.json`)
      const { bin, version } = require(compiler)
      // An option that an old compiler does not know is an error there.
      const { noUncheckedSideEffectImports, ...old } = compilerOptions
      const known = version.startsWith('5.') ? old : compilerOptions
      const config = { compilerOptions: { ...known, moduleResolution } }
      writeFileSync(
        join(app.path, 'tsconfig.json'),
        JSON.stringify({ ...config, files: ['app.tsx'] }),
      )
      const { stdout } = spawnSync(process.execPath, [join(dirname(compiler), bin.tsc)], {
        cwd: app.path,
        encoding: 'utf8',
      })
      // What is wrong in the types of others is outside of the app's folder.
      const lines = stdout.split('\n').filter(line => line && !line.startsWith('..'))
      return lines.length > 0
        ? [`TypeScript ${version} with ${react}, moduleResolution ${moduleResolution}:`, ...lines]
        : []
    })
  } finally {
    app.remove()
  }
}

function install(app: string, name: string, folder: string): void {
  const place = join(app, 'node_modules', name)
  mkdirSync(dirname(place), { recursive: true })
  rmSync(place, { force: true })
  symlinkSync(folder, place)
}
