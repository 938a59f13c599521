// Knows where a Chromium is on this machine, without installing anything.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

/** What looking for a browser depends on; tests hand in a made-up machine. */
export type Machine = {
  /** Its environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where Playwright would install its own browser. */
  readonly playwrightPath: string
  /** Whether there is a file at a path. */
  readonly exists: (path: string) => boolean
}

/** Debian's package and its program. */
export const shellName = 'chromium-headless-shell'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const fixedPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds the Chromium that the browser, story and end-to-end tests drive: `CHROMIUM_PATH`, then
 * Playwright's own, then the system's. `undefined` when there is none; `browser.ts` installs.
 *
 * @throws Error when `CHROMIUM_PATH` names a file that does not exist.
 */
export function findBrowser(machine: Machine = thisMachine()): string | undefined {
  const chosen = machine.env.CHROMIUM_PATH
  if (!chosen) return [machine.playwrightPath, ...systemPaths(machine)].find(machine.exists)
  if (machine.exists(chosen)) return chosen
  throw new Error(
    `CHROMIUM_PATH names ${chosen}, where there is no file, so no browser test can run. Correct the path, or unset CHROMIUM_PATH to use any Chromium that is found.`,
  )
}

/**
 * Finds Chromium's headless shell: the same engine without the desktop program around it, which
 * takes half the time. Where there is none, or another browser was chosen, it is the one that
 * `findBrowser` finds.
 */
export function findHeadlessShell(machine: Machine = thisMachine()): string | undefined {
  const isChosen = machine.env.CHROMIUM_PATH || machine.exists(machine.playwrightPath)
  const shell = isChosen ? undefined : onPath(machine, [shellName]).find(machine.exists)
  return shell ?? findBrowser(machine)
}

function thisMachine(): Machine {
  return { env: process.env, playwrightPath: chromium.executablePath(), exists: existsSync }
}

function systemPaths(machine: Machine): string[] {
  return [...onPath(machine, systemNames), ...fixedPaths]
}

function onPath({ env }: Machine, names: readonly string[]): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}
