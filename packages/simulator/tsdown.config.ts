// Builds the simulator.

import { defineConfig } from 'tsdown'
import { docsOnOwnLines } from '../../scripts/packages/docs-on-own-lines.ts'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cli: 'src/cli/cli.ts',
    'service-worker': 'src/service-worker.ts',
  },
  platform: 'node',
  fixedExtension: false,
  dts: true,
  plugins: [docsOnOwnLines()],
})
