// Prints how fast the components are beside plain elements and two other libraries, in one run.

import { build } from 'esbuild'
import { chromium } from 'playwright'
import { browserLaunch } from '../../../scripts/browser-launch.ts'

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
const medians = (await page.evaluate('run()')) as Record<string, number>

process.stdout.write(`Chromium ${browser.version()}, React in production, median of 16 rounds:\n`)
for (const [name, ms] of Object.entries(medians)) {
  process.stdout.write(`  ${name.padEnd(34)}${ms.toFixed(3).padStart(9)} ms\n`)
}
await browser.close()
