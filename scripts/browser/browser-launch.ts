// How every test starts Chromium: which one, and with which flags.

import { findBrowser } from './find-browser.ts'

type Launch = { readonly executablePath?: string; readonly args: string[] }

/**
 * Playwright's launch options for this machine. Chromium refuses to start its sandbox as root, as
 * in most containers, so it is left out there and only there.
 */
export function browserLaunch(): Launch {
  const executablePath = findBrowser()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return executablePath ? { executablePath, args } : { args }
}
