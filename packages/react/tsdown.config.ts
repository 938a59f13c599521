// The build: one module a file, so that an app's own build leaves out what it does not use.

import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { defineConfig } from 'tsdown'
import { docsOnOwnLines } from '../../scripts/packages/docs-on-own-lines.ts'
import manifest from './package.json' with { type: 'json' }

const sources = Object.values(manifest.exports)

export default defineConfig({
  entry: sources.filter(path => path.endsWith('.ts')),
  root: 'src',
  platform: 'neutral',
  unbundle: true,
  dts: true,
  plugins: [docsOnOwnLines()],
  hooks: {
    async 'build:done'() {
      await build({
        entryPoints: ['src/styles/styles.css'],
        bundle: true,
        outfile: 'dist/styles.css',
      })
      // TypeScript refuses an import of a file that it knows nothing about.
      writeFileSync('dist/styles.css.d.ts', 'export {}\n')
    },
  },
})
