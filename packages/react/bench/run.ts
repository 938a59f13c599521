// Prints how fast the components are beside plain elements and two other libraries, in one run.

import { build } from 'esbuild'
import { chromium } from 'playwright'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import type { Group } from './page.tsx'

const { outputFiles } = await build({
  entryPoints: [new URL('page.tsx', import.meta.url).pathname],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
})
const script = outputFiles.map(file => file.text).join('')

const browser = await chromium.launch(browserLaunch())
const page = await browser.newPage()
await page.route('**/*', route =>
  route.fulfill(
    route.request().url().endsWith('.js')
      ? { contentType: 'text/javascript', body: script }
      : {
          contentType: 'text/html',
          body: '<!doctype html><script type="module" src="/a.js"></script>',
        },
  ),
)
await page.goto('http://localhost/')
await page.waitForFunction('globalThis.run')
const groups = (await page.evaluate('run()')) as readonly Group[]

process.stdout.write(`Chromium ${browser.version()}, React in production, median of 16 rounds:\n`)
for (const { name, cases } of groups) {
  process.stdout.write(`${name}\n`)
  for (const { name, ms, ratio } of cases) {
    const columns = [
      name.padEnd(26),
      ms.toFixed(3).padStart(9),
      ' ms',
      ratio.toFixed(2).padStart(8),
    ]
    process.stdout.write(`  ${columns.join('')} ×\n`)
  }
}
await browser.close()
