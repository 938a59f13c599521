// The posted grant: an exact shape or nothing.

import { expect, test } from 'vitest'
import { parsePostedGrant } from './posted-grant.ts'

function parse(value: unknown) {
  return parsePostedGrant(new TextEncoder().encode(JSON.stringify(value)))
}

test('keeps the code apart from what the browser claims', () => {
  expect(
    parse({ code: 'c-1', userId: 'u', vehicleId: 'v', externalId: 'e f', state: 'tab=2' }),
  ).toEqual({
    kind: 'code',
    code: 'c-1',
    unverified: { userId: 'u', vehicleId: 'v', externalId: 'e f', state: 'tab=2' },
  })
})

test('tells a code, a user and a vehicle apart', { tags: ['F19'] }, () => {
  expect(parse({ code: 'c', userId: 'u', vehicleId: 'v' })).toMatchObject({ kind: 'code' })
  expect(parse({ userId: 'u', state: 's' })).toMatchObject({ kind: 'user', userId: 'u' })
  expect(parse({ vehicleId: 'v' })).toMatchObject({ kind: 'vehicle', vehicleId: 'v' })
})

test('a vehicle that came with its user is a vehicle that was signed in to again', {
  tags: ['F19'],
}, () => {
  const both = { userId: 'u', vehicleId: 'v' }
  expect(parse(both)).toEqual({ kind: 'vehicle', vehicleId: 'v', unverified: both })
})

test.each([
  ['an array', ['code']],
  ['null', null],
  ['a string', 'code'],
  ['neither code nor id', { state: 's' }],
  ['nothing', {}],
  ['an empty code', { code: '' }],
  ['a number as code', { code: 1 }],
  ['a list as code', { code: ['c'] }],
  ['a null field', { code: 'c', userId: null }],
  ['an unknown field', { code: 'c', redirectUri: 'https://evil.test' }],
  ['a client secret', { code: 'c', clientSecret: 'x' }],
])('refuses %s', { tags: ['T12'] }, (_, value) => {
  expect(parse(value)).toBeUndefined()
})

test.each([
  ['a long code', { code: 'c'.repeat(1025) }],
  ['a NUL in the code', { code: 'c\0' }],
  ['a line break in the code', { code: 'c\r\nX: 1' }],
  ['a space in the code', { code: 'c d' }],
  ['a lone surrogate in the state', { code: 'c', state: '\ud800' }],
  ['a control character in the external id', { code: 'c', externalId: '\u0007' }],
  ['a long state', { code: 'c', state: 's'.repeat(1001) }],
  ['an external id of 257 bytes', { code: 'c', externalId: `e${'é'.repeat(128)}` }],
  ['a line break in the external id', { code: 'c', externalId: 'a\nb' }],
])('refuses %s', { tags: ['T13'] }, (_, value) => {
  expect(parse(value)).toBeUndefined()
})

test('keeps tabs and line breaks in the app’s state', () => {
  const state = JSON.stringify({ tab: 2 }, null, '\t')
  expect(parse({ code: 'c', state })?.unverified.state).toBe(state)
})

test('reads no key from the prototype and pollutes none', { tags: ['T28'] }, () => {
  const text = '{"code":"c","__proto__":{"polluted":"yes"}}'
  expect(parsePostedGrant(new TextEncoder().encode(text))).toBeUndefined()
  expect(parse({ code: 'c', constructor: 'x' })).toBeUndefined()
  expect(parse({ code: 'c', toString: 'x' })).toBeUndefined()
  expect('polluted' in {}).toBe(false)
})

test('refuses what is not JSON or not UTF-8', () => {
  expect(parsePostedGrant(new TextEncoder().encode('code=c'))).toBeUndefined()
  expect(parsePostedGrant(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined()
  expect(parsePostedGrant(new Uint8Array(0))).toBeUndefined()
})

test.each([
  ['https://www.tesla.com/_ak/app.example.com', true],
  ['https://tesla.com/_ak/app.example.com', true],
  ['http://tesla.com/_ak/x', false],
  ['javascript:alert(1)', false],
  ['https://tesla.com.evil.test/', false],
  ['https://eviltesla.com/', false],
  ['https://user@tesla.com/', false],
  ['https://tesla.com:8443/', false],
  ['//tesla.com', false],
])('keeps the virtual key URL %s: %s', { tags: ['T18'] }, (virtualKeyUrl, kept) => {
  expect(parse({ code: 'c', virtualKeyUrl })?.unverified.virtualKeyUrl).toBe(
    kept ? virtualKeyUrl : undefined,
  )
})
