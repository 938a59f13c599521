import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/diagnose.ts',
    'src/redirect.ts',
    'src/redirect-page.ts',
    'src/vite.ts',
  ],
  platform: 'neutral',
  dts: true,
})
