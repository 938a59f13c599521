// Builds what is published: one module a file, so that an app's bundler takes only what it uses.
import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/diagnose/diagnose.ts',
    'src/redirect-page/finish-connect.ts',
    'src/redirect-page/page.ts',
    'src/redirect-page/vite.ts',
  ],
  platform: 'neutral',
  unbundle: true,
  dts: true,
})
