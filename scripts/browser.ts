// Makes sure there is a Chromium to test with, installing one only where none is found.

import { spawnSync } from 'node:child_process'
import { findBrowser } from './browser/find-browser.ts'

const helpText = `No Chromium was found and none could be installed, so the browser tests cannot run.
Install Chromium or Chrome yourself, or set CHROMIUM_PATH to the browser's program file.`

function run(command: string, args: string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function installByPlaywright(): void {
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])
}

function installByDebian(): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', 'chromium'])
}

function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('There is no Chromium on this machine yet; trying to install one:')
  for (const install of [installByPlaywright, installByDebian]) {
    install()
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error(helpText)
}

try {
  console.log(`Testing with ${ensureBrowser()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
