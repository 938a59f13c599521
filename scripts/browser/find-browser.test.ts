// Tests of find-browser: the order of places, and a wrong CHROMIUM_PATH.

import { expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

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
