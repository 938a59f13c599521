// The binding cookie.
import { expect, test } from 'vitest'
import { createSessionCookie } from './session-cookie.ts'

const value = 'a'.repeat(43)
const secure = createSessionCookie(new Set(['https://app.example.com']))
const withCookie = (cookie: string) =>
  new Request('https://app.example.com/', { headers: { cookie } })

test('T11 is a __Host- cookie that no other host can plant and no script can read', () => {
  const written = secure.write(value)
  expect(written).toMatch(/^__Host-smartcar-connect=a{43}; Path=\/;/)
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict']) {
    expect(written).toContain(`; ${attribute}`)
  }
  expect(written).not.toContain('Domain')
})

test('is read from among others', () => {
  const cookie = `a=1; __Host-smartcar-connect=${value}; b=2`
  expect(secure.read(withCookie(cookie))).toBe(value)
})

test.each([
  ['none', 'a=1'],
  ['an unprefixed one', `smartcar-connect=${value}`],
  ['two', `__Host-smartcar-connect=${value}; __Host-smartcar-connect=${'b'.repeat(43)}`],
  ['a short one', '__Host-smartcar-connect=abc'],
  ['odd characters', `__Host-smartcar-connect=${'é'.repeat(43)}`],
])('T11 does not believe %s', (_, cookie) => {
  expect(secure.read(withCookie(cookie))).toBeUndefined()
})

test('is a plain cookie on a loopback page without https', () => {
  const plain = createSessionCookie(new Set(['http://localhost:5173']))
  expect(plain.write(value)).not.toContain('Secure')
  expect(plain.read(withCookie(`smartcar-connect=${value}`))).toBe(value)
})
