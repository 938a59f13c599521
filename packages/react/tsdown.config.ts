// The build: one entry for each path that the package exports.

import { defineConfig } from 'tsdown'
import manifest from './package.json' with { type: 'json' }

const sources = Object.values(manifest.exports)

export default defineConfig({
  entry: sources.filter(path => path.endsWith('.ts')),
  root: 'src',
  platform: 'neutral',
  copy: { from: 'src/styles/styles.css', to: 'dist', flatten: true },
  dts: true,
})
