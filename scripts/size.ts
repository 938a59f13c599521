// Size budgets: what an app's users download for a hook, a button and the redirect page.
import { readFileSync } from 'node:fs'
import { brotliSize, bundleSize } from './bundle-size.ts'

const page = readFileSync('packages/client/redirect.html', 'utf8')
const pageScript = page.match(/<script[^>]*>([\s\S]*?)<\/script>/)?.[1]
if (!pageScript) throw new Error('packages/client/redirect.html has no script to measure.')

const entries = [
  {
    entry: 'the hook',
    bytes: await bundleSize(
      "export { useSmartcarConnect } from './src/index.ts'",
      'packages/react',
    ),
    budget: 2_500,
  },
  {
    entry: 'the button and the hook',
    bytes: await bundleSize(
      "export { ConnectButton, useSmartcarConnect } from './src/index.ts'",
      'packages/react',
    ),
    budget: 3_000,
  },
  { entry: "the redirect page's script", bytes: brotliSize(pageScript), budget: 1_000 },
]

console.log('Bytes after minifying and Brotli, React left out:')
for (const { entry, bytes, budget } of entries) {
  const verdict = bytes > budget ? `OVER by ${bytes - budget}` : `${budget - bytes} left`
  console.log(`  ${entry.padEnd(28)}${bytes} of ${budget}  ${verdict}`)
}
process.exitCode = entries.some(({ bytes, budget }) => bytes > budget) ? 1 : 0
