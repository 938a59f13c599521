// Builds the published package: one file for each entry, with its types.

import { defineConfig, type UserConfig } from 'tsdown'
import { docsOnOwnLines } from '../../scripts/packages/docs-on-own-lines.ts'

const config: UserConfig = defineConfig({
  entry: {
    index: 'src/index.ts',
    hono: 'src/adapters/hono.ts',
    next: 'src/adapters/next.ts',
    node: 'src/adapters/node.ts',
    sqlite: 'src/stores/sqlite.ts',
    postgres: 'src/stores/postgres.ts',
  },
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  dts: true,
  plugins: [docsOnOwnLines()],
})

export default config
