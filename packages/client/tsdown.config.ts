// Builds what is published: one module a file, so that an app's bundler takes only what it uses.

import { defineConfig } from 'tsdown'
import { docsOnOwnLines } from '../../scripts/packages/docs-on-own-lines.ts'

const common = { platform: 'neutral', unbundle: true } as const

// What errors say at length is for development alone; bundlers choose by the condition of that name.
const withoutAdvice = {
  name: 'without-advice',
  load: (id: string) =>
    id.endsWith('/messages/advice.ts')
      ? "export function adviceOn(topic: string): string { return '' }\nexport function tellDeveloper(error: unknown, read?: () => { onError?: unknown }): void {}"
      : undefined,
}

export default defineConfig([
  {
    ...common,
    entry: [
      'src/index.ts',
      'src/diagnose/diagnose.ts',
      'src/redirect-page/finish-connect.ts',
      'src/redirect-page/page.ts',
      'src/redirect-page/vite.ts',
    ],
    dts: true,
    plugins: [withoutAdvice, docsOnOwnLines()],
  },
  {
    ...common,
    entry: ['src/index.ts', 'src/diagnose/diagnose.ts'],
    outDir: 'dist/development',
    dts: false,
  },
  {
    // One file for a page without a build, which sets `SmartcarConnect`. What is loaded late elsewhere is in it.
    entry: { 'smartcar-connect': 'src/index.ts' },
    format: 'iife',
    globalName: 'SmartcarConnect',
    platform: 'browser',
    outDir: 'dist/script',
    minify: true,
    dts: false,
    outputOptions: { inlineDynamicImports: true, entryFileNames: '[name].js' },
    plugins: [withoutAdvice],
  },
])
