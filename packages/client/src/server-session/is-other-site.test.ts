// Which endpoints are certainly on another site.

import { afterEach, expect, test, vi } from 'vitest'
import { isOtherSite } from './is-other-site.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['https://app.example.test/garage', '/api/session', false],
  ['https://app.example.test/garage', 'api/session', false],
  ['https://app.example.test/garage', 'https://api.example.test/session', false],
  ['https://app.example.test/garage', 'https://example.test:8443/session', false],
  ['https://app.example.test/garage', 'https://api.v2.example.test/session', false],
  ['https://app.example.test/garage', 'https://api.other.test/session', true],
  ['https://app.example.test/garage', 'https://example.test.other.test/session', true],
  ['https://app.example.test/garage', 'https://example.org/session', true],
  ['http://localhost:5173/', 'http://localhost:5174/session', false],
  ['http://localhost:5173/', 'http://127.0.0.1:5174/session', true],
  ['http://app.localhost/', 'http://api.localhost/session', true],
  ['http://intranet/', 'http://api/session', true],
  ['http://[::1]:5173/', 'http://[::1]:5174/session', false],
  // The last two names do not tell: the endpoint decides.
  ['https://app.co.uk/', 'https://api.co.uk/session', false],
  ['http://10.0.0.1/', 'http://127.0.0.1/session', false],
  // It cannot be fetched either, and that says more.
  ['https://app.example.test/', 'https://', false],
])('from %s, %s: %s', { tags: ['F70'] }, (page, address, isOther) => {
  vi.stubGlobal('location', new URL(page))
  expect(isOtherSite(address)).toBe(isOther)
})
