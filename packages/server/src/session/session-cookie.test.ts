// The binding cookie.

import { expect, test } from 'vitest'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'

const value = 'a'.repeat(43)

function withCookie(cookie: string, origin = 'https://app.example.com') {
  return new Request('http://behind-a-proxy/', { headers: { cookie, origin } })
}

test('is a __Host- cookie that no other host can plant and no script can read', {
  tags: ['T11'],
}, () => {
  const written = writeSessionCookie(withCookie(''), value)
  expect(written).toMatch(/^__Host-smartcar-connect=a{43}; Path=\/;/)
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict']) {
    expect(written).toContain(`; ${attribute}`)
  }
  expect(written).not.toContain('Domain')
})

test('is read from among others', () => {
  const cookie = `a=1; __Host-smartcar-connect=${value}; b=2`
  expect(readSessionCookie(withCookie(cookie))).toBe(value)
})

test.each([
  ['none', 'a=1'],
  ['an unprefixed one', `smartcar-connect=${value}`],
  ['two', `__Host-smartcar-connect=${value}; __Host-smartcar-connect=${'b'.repeat(43)}`],
  ['a short one', '__Host-smartcar-connect=abc'],
  ['odd characters', `__Host-smartcar-connect=${'é'.repeat(43)}`],
])('does not believe %s', { tags: ['T11'] }, (_, cookie) => {
  expect(readSessionCookie(withCookie(cookie))).toBeUndefined()
})

test('is a plain cookie on a page without https, whatever other pages are configured', {
  tags: ['T11'],
}, () => {
  const local = withCookie(`smartcar-connect=${value}`, 'http://localhost:5173')
  expect(writeSessionCookie(local, value)).not.toContain('Secure')
  expect(readSessionCookie(local)).toBe(value)
  expect(readSessionCookie(withCookie(`smartcar-connect=${value}`))).toBeUndefined()
})
