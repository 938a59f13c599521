// Each field of the token answer is checked.

import { expect, test } from 'vitest'
import { tokensFrom } from './tokens.ts'

const good = { access_token: 'a', refresh_token: 'r', expires_in: 7200 }

test('ends the access token a minute early, by this server’s clock', { tags: ['F29'] }, () => {
  expect(tokensFrom(good, 1_000_000)).toEqual({
    accessToken: 'a',
    refreshToken: 'r',
    accessExpiresAtMs: 1_000_000 + 7200_000 - 60_000,
    refreshExpiresAtMs: 1_000_000 + 60 * 86_400_000 - 60_000,
  })
})

test('ignores fields it does not know', () => {
  expect(tokensFrom({ ...good, scope: 7, id_token: {} }, 0)?.accessToken).toBe('a')
})

test.each([
  ['no access token', { access_token: undefined }],
  ['an empty access token', { access_token: '' }],
  ['an access token object', { access_token: {} }],
  ['no refresh token', { refresh_token: undefined }],
  ['a numeric refresh token', { refresh_token: 1 }],
  ['no life', { expires_in: undefined }],
  ['a life as text', { expires_in: '1e9' }],
  ['a life of a year', { expires_in: 31_536_000 }],
  ['a life in the past', { expires_in: -1 }],
  ['a life that is no number', { expires_in: Number.NaN }],
])('refuses %s', { tags: ['T36'] }, (_, change) => {
  expect(tokensFrom({ ...good, ...change }, 0)).toBeUndefined()
})
