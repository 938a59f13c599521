// Tests of find-browser: the order of places, a wrong CHROMIUM_PATH, and the headless shell.

import { expect, test } from 'vitest'
import { findBrowser, findHeadlessShell } from './find-browser.ts'

function machine(files: string[], env: Record<string, string> = {}) {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    playwrightPath: '/cache/playwright/chrome',
    exists: (path: string) => files.includes(path),
  }
}

test('prefers the browser that CHROMIUM_PATH names', () => {
  const found = findBrowser(
    machine(['/opt/chrome', '/cache/playwright/chrome'], { CHROMIUM_PATH: '/opt/chrome' }),
  )
  expect(found).toBe('/opt/chrome')
})

test('prefers the one Playwright installed to the one of the system', () => {
  const found = findBrowser(machine(['/usr/bin/chromium', '/cache/playwright/chrome']))
  expect(found).toBe('/cache/playwright/chrome')
})

test('finds Chromium or Chrome on the path', () => {
  expect(findBrowser(machine(['/usr/bin/chromium']))).toBe('/usr/bin/chromium')
  expect(findBrowser(machine(['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome')
})

test('says that there is none rather than guessing', () => {
  expect(findBrowser(machine([]))).toBeUndefined()
})

test('refuses a CHROMIUM_PATH that names nothing, even where another browser exists', () => {
  const wrong = machine(['/usr/bin/chromium'], { CHROMIUM_PATH: '/opt/missing' })
  expect(() => findBrowser(wrong)).toThrow('CHROMIUM_PATH names /opt/missing')
})

const shell = '/usr/bin/chromium-headless-shell'

test('prefers the headless shell to the desktop program', () => {
  expect(findHeadlessShell(machine([shell, '/usr/bin/chromium']))).toBe(shell)
})

test('takes the desktop program where there is no headless shell', () => {
  expect(findHeadlessShell(machine(['/usr/bin/chromium']))).toBe('/usr/bin/chromium')
})

test('takes the browser that was chosen, or installed by Playwright, although there is a shell', () => {
  const chosen = machine([shell, '/opt/chrome'], { CHROMIUM_PATH: '/opt/chrome' })
  expect(findHeadlessShell(chosen)).toBe('/opt/chrome')
  const installed = machine([shell, '/cache/playwright/chrome'])
  expect(findHeadlessShell(installed)).toBe('/cache/playwright/chrome')
})
