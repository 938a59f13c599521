// Each field of the token answer is checked.

import { expect, test } from 'vitest'
import { tokensFrom } from './tokens.ts'

const good = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 7200 }

function lifetimeOf(change: object): number | undefined {
  const read = tokensFrom({ ...good, ...change }, 0)
  return read.ok ? read.tokens.accessExpiresAtMs + 60_000 : undefined
}

test('ends the access token a minute early, by this server’s clock', { tags: ['F29'] }, () => {
  expect(tokensFrom(good, 1_000_000)).toEqual({
    ok: true,
    tokens: {
      accessToken: 'a',
      refreshToken: 'r',
      accessExpiresAtMs: 1_000_000 + 7200_000 - 60_000,
      refreshExpiresAtMs: 1_000_000 + 60 * 86_400_000 - 60_000,
    },
  })
})

test.each([
  ['of other types', { scope: 7, id_token: {} }],
  ['that it does not know', { more: null }],
  ['that are empty', { token_type: null, expires_in: null }],
])('loses no grant because of fields %s', (_, change) => {
  expect(tokensFrom({ ...good, ...change }, 0).ok).toBe(true)
})

test.each([
  ['no access token', { access_token: undefined }, 'access_token'],
  ['an empty access token', { access_token: '' }, 'access_token'],
  ['an access token object', { access_token: {} }, 'access_token'],
  ['an access token with a line break', { access_token: 'a\r\nx: y' }, 'access_token'],
  ['no refresh token', { refresh_token: undefined }, 'refresh_token'],
  ['a numeric refresh token', { refresh_token: 1 }, 'refresh_token'],
  ['a refresh token with a control character', { refresh_token: 'r\u0000' }, 'refresh_token'],
  ['a refresh token with a letter that no header carries', { refresh_token: 'ř' }, 'refresh_token'],
  ['tokens of another type', { token_type: 'DPoP' }, 'token_type'],
  ['a type that is no text', { token_type: 7 }, 'token_type'],
])('refuses %s', { tags: ['T36'] }, (_, change, field) => {
  expect(tokensFrom({ ...good, ...change }, 0)).toEqual({ ok: false, field })
})

test.each([
  ['a life of a billion seconds', 1e9, 7200_000],
  ['a life of a year', 31_536_000, 7200_000],
  ['an endless life', Number.POSITIVE_INFINITY, 7200_000],
  ['no life', undefined, 7200_000],
  ['a life of null', null, 7200_000],
  ['a life as text', '3600', 3600_000],
  ['a life with a fraction', 0.0005, 0],
  ['a life as words', 'an hour', 0],
  ['a life as text of another form', '1e9', 0],
  ['a life in the past', -1, 0],
  ['a life that is no number', Number.NaN, 0],
  ['a life as a list', [7200], 0],
])(
  'never uses a token longer than it lives, with %s',
  { tags: ['T36'] },
  (_, expires_in, lifetime) => {
    expect(lifetimeOf({ expires_in })).toBe(lifetime)
  },
)

test('keeps the old refresh token where the answer of a refresh has none', () => {
  for (const refresh_token of [undefined, null, '']) {
    const read = tokensFrom({ ...good, refresh_token }, 0, 'old')
    expect(read).toMatchObject({ ok: true, tokens: { refreshToken: 'old' } })
  }
  expect(tokensFrom(good, 0, 'old')).toMatchObject({ tokens: { refreshToken: 'r' } })
})
