// What users of an app download, measured on the packed packages. Build first; `--packages FOLDER` measures another checkout's.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type AppFolder, createAppFolder } from './packages/app-folder.ts'
import { bundleByEsbuild } from './size/by-esbuild.ts'
import { bundleByVite } from './size/by-vite.ts'
import { componentSizes } from './size/components.ts'
import { brotliBytes, type Download, downloadOf } from './size/download.ts'
import { isTooLarge, type Size, sizesOf, sizeTable, untold, worse } from './size/size-table.ts'

const entries = [
  {
    name: 'hook',
    code: "export { useSmartcarConnect } from 'smartcar-connect-react'",
    ceilings: { atLoad: 5_680 },
  },
  {
    name: 'hook and button',
    code: "export { ConnectButton, useSmartcarConnect } from 'smartcar-connect-react'",
    ceilings: { atLoad: 6_210, inTotal: 11_450 },
  },
  {
    name: 'client, without React',
    code: "export { createConnect } from 'smartcar-connect'",
    ceilings: {},
  },
] as const

const official = "export { default } from '@smartcar/auth'"
const redirectPageCeiling = 1_100

// The README tells these.
const told = [
  'hook, at load',
  'hook and button, at load',
  '  late: late',
  '@smartcar/auth, the official SDK',
]

async function measure(code: string, app: AppFolder): Promise<[esbuild: Download, vite: Download]> {
  return [
    downloadOf(await bundleByEsbuild(code, app.path)),
    downloadOf(await bundleByVite(code, app.path)),
  ]
}

function redirectPageScript(app: AppFolder): string {
  const page = readFileSync(join(app.path, 'node_modules/smartcar-connect/redirect.html'), 'utf8')
  const [, script] = page.match(/<script[^>]*>([\s\S]*?)<\/script>/) ?? []
  if (script) return script
  throw new Error('The packed redirect.html has no script, so there is nothing to measure.')
}

async function run(packages: string): Promise<void> {
  const app = createAppFolder(packages)
  try {
    const sizes: Size[] = []
    let helper = 0
    for (const { name, code, ceilings } of entries) {
      const [esbuild, vite] = await measure(code, app)
      helper = Math.max(helper, vite.helper)
      sizes.push(...sizesOf(name, esbuild, vite, ceilings))
    }
    const page = brotliBytes(redirectPageScript(app))
    const name = "redirect page's script"
    sizes.push({ name, esbuild: page, vite: page, ceiling: redirectPageCeiling })
    sizes.push(...sizesOf('@smartcar/auth, the official SDK', ...(await measure(official, app))))
    console.log('Bytes after minifying and Brotli, React left out:')
    console.log(sizeTable(sizes))
    console.log('Bytes that each component adds to an app that has the hook:')
    console.log(sizeTable(await componentSizes(app)))
    console.log(
      `Vite adds ${helper} bytes of its own to an app that has no other import() yet: not counted.`,
    )
    if (sizes.some(isTooLarge)) process.exitCode = 1
    const readme = readFileSync(join(packages, '../README.md'), 'utf8')
    for (const size of untold(
      sizes.filter(({ name }) => told.includes(name)),
      readme,
    )) {
      console.error(`README.md does not tell that ${size.name.trim()} has ${worse(size)} bytes.`)
      process.exitCode = 1
    }
  } finally {
    app.remove()
  }
}

try {
  const { values } = parseArgs({
    options: { packages: { type: 'string', default: 'packages' } },
  })
  await run(values.packages)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
