// How every test starts Chromium: which one, and with which flags.

import { findBrowser, findHeadlessShell } from './find-browser.ts'

/** The launch options of Playwright that depend on the machine. */
export type BrowserLaunch = {
  /** The browser's program; without it, Playwright's own. */
  readonly executablePath?: string
  readonly args: string[]
}

/**
 * Starts the whole Chromium, as people have it: for tests of what the program around the engine
 * does, such as blocking popups, and for measurements.
 */
export function browserLaunch(): BrowserLaunch {
  return launch(findBrowser())
}

/** Starts Chromium's headless shell where there is one: for tests of pages. */
export function headlessLaunch(): BrowserLaunch {
  return launch(findHeadlessShell())
}

// Chromium refuses to start its sandbox as root, as in most containers, so it is left out there
// and only there.
function launch(executablePath: string | undefined): BrowserLaunch {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return executablePath ? { executablePath, args } : { args }
}
