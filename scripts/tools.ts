// Uses the packed packages with other people's tools: each bundler in a browser, the oldest Node, and Jest.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBuiltApp } from './tools/built-app.ts'
import { buildWith, bundlers } from './tools/bundlers.ts'
import { installApp } from './tools/install-app.ts'
import { nodeVersions, runServer } from './tools/node-versions.ts'
import { runJest } from './tools/run-jest.ts'

const folder = mkdtempSync(join(tmpdir(), 'smartcar-connect-tools-'))

async function attempt(name: string, run: () => Promise<string> | string): Promise<void> {
  try {
    console.log(`✓ ${name}: ${await run()}`)
  } catch (error) {
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

try {
  console.log('Packing, and installing bundlers and old versions from npm: a minute or two.')
  installApp(folder)
  for (const bundler of bundlers) {
    await attempt(bundler.name, () => openBuiltApp(buildWith(bundler, folder)))
  }
  for (const version of nodeVersions) {
    await attempt(`Node ${version.number}`, () => runServer(version, folder))
  }
  await attempt('Jest 30', () => runJest(folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
