// Builds the codemod.

import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli/cli.ts' },
  platform: 'node',
  fixedExtension: false,
  dts: true,
})
