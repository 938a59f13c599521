import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    sqlite: 'src/stores/sqlite.ts',
    postgres: 'src/stores/postgres.ts',
  },
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  dts: true,
})
