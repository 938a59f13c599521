import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts', 'src/service-worker.ts'],
  platform: 'node',
  fixedExtension: false,
  dts: true,
})
