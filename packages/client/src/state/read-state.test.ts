// What is read from a state that came back: the app's own value, and the hash of its token.

import { afterEach, expect, test, vi } from 'vitest'
import { appStateOf, hashOf } from './read-state.ts'
import { createStateToken, wireState } from './state-token.ts'

afterEach(() => vi.unstubAllGlobals())

test.each(['mine', 'Käfer', '🚗', ' ', '{"car":1}', '\ufeffmine', '\ufffe\u2028'])(
  'the app gets back its own %s',
  appState => {
    expect(appStateOf(wireState(createStateToken(), appState))).toBe(appState)
  },
)

test('a state is read back whichever characters of base64url it is written in', () => {
  // They are written as `-` and `_` in place of the two of plain base64.
  expect(wireState('', '~~>~~?')).toBe('.fn4-fn4_')
  expect(appStateOf('.fn4-fn4_')).toBe('~~>~~?')
})

test('there is no app state where nothing stands behind the token', () => {
  const token = createStateToken()
  expect(appStateOf(token)).toBeUndefined()
  expect(appStateOf(`${token}.`)).toBeUndefined()
})

test('what was damaged on the way cannot be read', () => {
  expect(() => appStateOf(`${createStateToken()}.%`)).toThrow()
})

test('the hash is SHA-256, in two hexadecimal digits for each byte', {
  tags: ['T15'],
}, async () => {
  // The example of the standard, FIPS 180-4. One of its bytes is below 16.
  expect(await hashOf('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('where the page is no secure context there is no hash', { tags: ['F32'] }, async () => {
  vi.stubGlobal('crypto', {})
  expect(await hashOf('abc')).toBeUndefined()
})
