// Makes sure there is a Chromium to test with, and its headless shell, installing what is not found.

import { spawnSync } from 'node:child_process'
import { findBrowser, findHeadlessShell, shellName } from './browser/find-browser.ts'

const helpText = `No Chromium was found and none could be installed, so the browser tests cannot run.
Install Chromium or Chrome yourself, or set CHROMIUM_PATH to the browser's program file.`

function run(command: string, args: string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function installByPlaywright(): void {
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])
}

// Both together, so that they are of one version.
function installByDebian(): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', 'chromium', shellName])
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

// The shell only saves time, so nothing fails without it.
function ensureHeadlessShell(browser: string): string | undefined {
  const isOfDebian = browser === '/usr/bin/chromium'
  if (findHeadlessShell() === browser && isOfDebian) installByDebian()
  return findHeadlessShell()
}

try {
  const browser = ensureBrowser()
  console.log(`Testing with ${browser} and ${ensureHeadlessShell(browser)}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
