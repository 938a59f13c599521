// The state token: unguessable, and cut out of a wire state by its exact shape only.

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { tokenOf } from './read-state.ts'
import { createStateToken, wireState } from './state-token.ts'

// Surrogates that stand alone are among them.
const anyCodeUnit = fc.nat(0xffff).map(unit => String.fromCharCode(unit))
const token = 'A-_z0'.repeat(9).slice(0, 43)

test('32 bytes of the cryptographic generator, each of them in the token', {
  tags: ['T02'],
}, () => {
  const random = vi.spyOn(crypto, 'getRandomValues')
  const made = createStateToken()
  const [bytes] = random.mock.results.map(result => result.value as Uint8Array)
  random.mockRestore()
  expect(bytes).toHaveLength(32)
  expect(made).toBe(Buffer.from(bytes ?? []).toString('base64url'))
})

test('a thousand tokens are a thousand different ones', { tags: ['T02'] }, () => {
  const tokens = Array.from({ length: 1000 }, createStateToken)
  expect(new Set(tokens).size).toBe(1000)
  for (const made of tokens) expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test('every token is found at the front of its own wire state', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCodeUnit, minLength: 1 }), appState => {
      const made = createStateToken()
      const [head, tail, ...more] = wireState(made, appState).split('.')
      expect(head).toBe(made)
      expect(more).toEqual([])
      expect(Buffer.from(tail ?? '', 'base64url').toString()).toBe(Buffer.from(appState).toString())
      expect(tokenOf(wireState(made, appState))).toBe(made)
    }),
  )
})

test('without an app state the token stands alone', () => {
  expect(wireState(token)).toBe(token)
  expect(wireState(token, '')).toBe(token)
})

test('an app state of any length can be written, so that its length can be refused by name', () => {
  expect(wireState(token, 'x'.repeat(300_000))).toHaveLength(44 + 400_000)
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['the word undefined', 'undefined'],
  ['the word null', 'null'],
  ['a prefix', token.slice(0, 42)],
  ['one character more', `${token}A`],
  ['a space before', ` ${token}`],
  ['a line end after', `${token}\n`],
  ['a line before', `x\n${token}`],
  ['padding', `${token}=`],
  ['the characters of plain base64', `+/${token.slice(2)}`],
  ['a letter outside ASCII', `é${token.slice(1)}`],
  ['another separator', `${token}:x`],
  ['a NUL', `${token}\0`],
  ['a dot too early', `${token.slice(1)}.${token}`],
])('there is no token in %s', { tags: ['T06'] }, (_, state) => {
  expect(tokenOf(state)).toBe('')
})

test('case and Unicode forms are kept, so that only the exact token compares equal', {
  tags: ['T06'],
}, () => {
  expect(tokenOf(token.toLowerCase())).not.toBe(token)
  expect(tokenOf(`${token}.é`)).toBe(token)
})
