// Where Connect appears, by what is asked for and by what the browser is.

import { afterEach, expect, test, vi } from 'vitest'
import { type Presentation, wantsRedirect } from './presentation.ts'

const chrome =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36'

function stubBrowser(userAgent: string, installed = false) {
  vi.stubGlobal('navigator', { userAgent })
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: installed && query === '(display-mode: standalone)',
  }))
}

afterEach(() => vi.unstubAllGlobals())

test.each<[Presentation | undefined, boolean]>([
  [undefined, false],
  ['popup', false],
  ['redirect', true],
])(
  '%s decides by itself, whatever the browser is',
  { tags: ['F38'] },
  (presentation, redirects) => {
    for (const installed of [false, true]) {
      stubBrowser(installed ? `${chrome} Instagram` : chrome, installed)
      expect(wantsRedirect(presentation)).toBe(redirects)
    }
  },
)

test('auto is a popup in a browser, and this tab in an installed app', { tags: ['F38'] }, () => {
  stubBrowser(chrome)
  expect(wantsRedirect('auto')).toBe(false)
  stubBrowser(chrome, true)
  expect(wantsRedirect('auto')).toBe(true)
})

test.each([
  `${chrome} [FBAN/FBIOS;FBAV/500.0]`,
  `${chrome} [FB_IAB/FB4A;FBAV/500.0]`,
  `${chrome} Instagram 350.0`,
  `${chrome} Line/15.0`,
  chrome.replace('Android 15', 'Android 15; wv'),
])('auto is this tab in the browser of another app: %s', { tags: ['F38'] }, userAgent => {
  stubBrowser(userAgent)
  expect(wantsRedirect('auto')).toBe(true)
})

test('names that only begin alike are no such browser', { tags: ['F38'] }, () => {
  stubBrowser(`${chrome} Linebreaker Onwv`)
  expect(wantsRedirect('auto')).toBe(false)
})
