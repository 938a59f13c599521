// The cookies that bind sessions to a browser.

import { expect, test } from 'vitest'
import { sha256 } from '../crypto/sha256.ts'
import { openingCookies, readSessionCookie, spentCookie } from './session-cookie.ts'

const state = 's'.repeat(43)
const binding = 'a'.repeat(43)
const nowMs = 1_700_000_000_000

function withCookie(cookie: string, origin = 'https://app.example.com') {
  return new Request('http://behind-a-proxy/', { headers: { cookie, origin } })
}

async function nameOf(prefix = '__Host-smartcar-connect-', ofState = state): Promise<string> {
  return `${prefix}${(await sha256(ofState)).slice(0, 16)}`
}

test('is a __Host- cookie that no other host can plant and no script can read', {
  tags: ['T11'],
}, async () => {
  const [written = '', ...others] = await openingCookies(withCookie(''), state, binding, nowMs)
  expect(others).toEqual([])
  expect(written.startsWith(`${await nameOf()}=${binding}.1700000000; Path=/;`)).toBe(true)
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=1800']) {
    expect(written).toContain(`; ${attribute}`)
  }
  expect(written).not.toContain('Domain')
  expect(written).not.toContain(state)
})

test('is read from among others, those of other sessions too', { tags: ['F62'] }, async () => {
  const other = await nameOf(undefined, 't'.repeat(43))
  const own = await nameOf()
  const cookie = `a=1; ${other}=${'b'.repeat(43)}.1; ${own}=${binding}.1700000000; b=2`
  expect(await readSessionCookie(withCookie(cookie), state)).toEqual({ name: own, binding })
  expect(await readSessionCookie(withCookie(cookie), 't'.repeat(43))).toEqual({
    name: other,
    binding: 'b'.repeat(43),
  })
})

test.each([
  ['none', () => 'a=1'],
  ['one of another session', async () => `${await nameOf(undefined, 'other')}=${binding}.1`],
  ['an unprefixed one', async () => `${await nameOf('smartcar-connect-')}=${binding}.1`],
  ['two', async () => `${await nameOf()}=${binding}.1; ${await nameOf()}=${'b'.repeat(43)}.1`],
  ['a short one', async () => `${await nameOf()}=abc.1`],
  ['one without its time', async () => `${await nameOf()}=${binding}`],
  ['odd characters', async () => `${await nameOf()}=${'é'.repeat(43)}.1`],
])('does not believe %s', { tags: ['T11'] }, async (_, cookie) => {
  expect(await readSessionCookie(withCookie(await cookie()), state)).toBeUndefined()
})

test('is a plain cookie on a page without https, whatever other pages are configured', {
  tags: ['T11'],
}, async () => {
  const cookie = `${await nameOf('smartcar-connect-')}=${binding}.1`
  const local = withCookie(cookie, 'http://localhost:5173')
  expect((await openingCookies(local, state, binding, nowMs))[0]).not.toContain('Secure')
  expect(await readSessionCookie(local, state)).toMatchObject({ binding })
  expect(await readSessionCookie(withCookie(cookie), state)).toBeUndefined()
})

test('keeps five in a browser: the oldest makes room, and first one that is spent', {
  tags: ['T38', 'F62'],
}, async () => {
  const names = await Promise.all(['1', '2', '3', '4', '5'].map(old => nameOf(undefined, old)))
  const times = [5, 0, 9, 2, 7]
  const pairs = names.map((name, index) => `${name}=${binding}.${times[index]}`)
  async function cleared(header: string) {
    const [, ...others] = await openingCookies(withCookie(header), state, binding, nowMs)
    return others.map(line => [line.split('=')[0], line.includes('; Max-Age=0;')])
  }
  expect(await cleared(pairs.join('; '))).toEqual([[names[1], true]])
  expect(await cleared(pairs.slice(0, 4).join('; '))).toEqual([])
  // More than five can only be there if somebody planted them.
  const planted = `${pairs.join('; ')}; ${await nameOf(undefined, '6')}=x`
  expect(await cleared(planted)).toHaveLength(2)
})

test('ends no cookie of the app, however many there are, and none with an odd name', {
  tags: ['T38'],
}, async () => {
  const app = ['login', 'theme', 'a', 'b', 'c', 'd', 'e'].map(name => `${name}=1`)
  const odd = ['1', '2', '3', '4', '5', '6'].map(name => `__Host-smartcar-connect-;${name}=1`)
  const path = '__Host-smartcar-connect-x Path=/; __Host-smartcar-connect- y=1'
  const header = [...app, ...odd, path].join('; ')
  expect(await openingCookies(withCookie(header), state, binding, nowMs)).toHaveLength(1)
})

test('is read where no cookie and no origin came', { tags: ['T11'] }, async () => {
  const bare = new Request('http://behind-a-proxy/')
  expect(await readSessionCookie(bare, state)).toBeUndefined()
  const [written = '', ...others] = await openingCookies(bare, state, binding, nowMs)
  expect(others).toEqual([])
  expect(written.endsWith('; HttpOnly; SameSite=Strict')).toBe(true)
})

test('is kept for a repeated post after the end, as the first to make room', {
  tags: ['F24'],
}, async () => {
  const request = withCookie(`${await nameOf()}=${binding}.1700000000`)
  const cookie = await readSessionCookie(request, state)
  expect(cookie && spentCookie(request, cookie)).toMatch(
    new RegExp(`^${await nameOf()}=${binding}\\.0; Path=/; Max-Age=900; HttpOnly`),
  )
})
