// The bundlers that build the app, each as its documentation has it.

import { spawnSync } from 'node:child_process'
import { existsSync, globSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A bundler: what npm installs for it, and its command, which writes to the folder `out`. */
export type Bundler = {
  readonly name: string
  readonly packages: readonly string[]
  readonly command: readonly [program: string, ...args: string[]]
}

/** Vite and esbuild are not among them: `size` builds the packed packages with both. */
export const bundlers: readonly Bundler[] = [
  {
    name: 'Parcel 2',
    packages: ['parcel@2'],
    command: ['parcel', 'build', 'index.html', '--dist-dir', 'out', '--no-cache'],
  },
  {
    name: 'webpack 5',
    packages: ['webpack@5', 'webpack-cli'],
    command: ['webpack', '--config', 'webpack.config.cjs'],
  },
  {
    name: 'Rspack 2',
    packages: ['@rspack/core@2', '@rspack/cli@2'],
    command: ['rspack', 'build', '--config', 'webpack.config.cjs'],
  },
  {
    name: 'Rollup 4',
    packages: [
      'rollup@4',
      '@rollup/plugin-commonjs',
      '@rollup/plugin-node-resolve',
      '@rollup/plugin-replace',
      'rollup-plugin-import-css',
    ],
    command: ['rollup', '--config', 'rollup.config.mjs'],
  },
  {
    name: 'Bun 1',
    packages: ['bun@1'],
    command: ['bun', 'build', 'index.html', '--outdir', 'out', '--production'],
  },
]

/**
 * Builds the app.
 *
 * @returns the folder of what was built, with an `index.html`
 * @throws {Error} if the bundler fails, with its own words
 */
export function buildWith({ name, command: [program, ...args] }: Bundler, folder: string): string {
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin', program), args, {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`)
  if (!existsSync(join(out, 'index.html'))) {
    const styles = globSync('*.css', { cwd: out }).map(
      file => `<link rel="stylesheet" href="${file}">`,
    )
    writeFileSync(
      join(out, 'index.html'),
      `<!doctype html><meta charset="utf-8">${styles.join('')}<div id="app"></div><script type="module" src="main.js"></script>`,
    )
  }
  return out
}
