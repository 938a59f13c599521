import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/testing.ts', 'src/locales/!(*.test).ts'],
  platform: 'neutral',
  copy: ['src/styles.css'],
  dts: true,
})
