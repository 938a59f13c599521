// What the answers of the token endpoint mean.

import { expect, test } from 'vitest'
import { deadlineIn } from '../timing/deadline.ts'
import type { Fetch } from './provider-fetch.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { refreshTokens, requestTokens } from './token-request.ts'

const good = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 7200 }

function endpointWith(fetch: Fetch, now: () => number = () => 0) {
  return tokenEndpoint({ clientId: 'id', clientSecret: 'canary-secret', fetch, now })
}

function refused(status: number, error: unknown, error_description?: string): Fetch {
  return async () => Response.json({ error, error_description }, { status })
}

const meanings = [
  // The provider's own words, and the standard's.
  ['a dead code', 400, 'invalid_request', 'Invalid code: 1234.', 'grant_refused'],
  ['a dead refresh token', 400, 'invalid_request', 'Invalid refresh_token: 12.', 'grant_refused'],
  ['a grant that is none', 400, 'invalid_grant', undefined, 'grant_refused'],
  // Our own mistakes.
  ['a missing parameter', 400, 'invalid_request', 'Missing redirect_uri.', 'provider_failed'],
  ['words about codes', 400, 'invalid_request', 'The code is invalid_x.', 'provider_failed'],
  ['no words', 400, 'invalid_request', undefined, 'provider_failed'],
  ['an unknown grant type', 400, 'unsupported_grant_type', undefined, 'provider_failed'],
  ['an unknown client', 401, 'invalid_client', undefined, 'client_refused'],
  ['a refused client', 400, 'unauthorized_client', undefined, 'client_refused'],
  ['a 401 without a word', 401, undefined, undefined, 'client_refused'],
  // A gateway that fails says nothing about the grant.
  ['invalid_grant from a failing server', 500, 'invalid_grant', undefined, 'provider_failed'],
  ['invalid_grant from a busy server', 429, 'invalid_grant', undefined, 'provider_failed'],
] as const

test.each(meanings)(
  'understands %s',
  { tags: ['F54'] },
  async (_, status, error, words, problem) => {
    const endpoint = endpointWith(refused(status, error, words))
    const code = await requestTokens(endpoint, 'canary-code', 'https://app.test/')
    const refresh = await refreshTokens(endpoint, 'canary-refresh', deadlineIn(100))
    for (const answer of [code, refresh]) {
      expect(answer).toMatchObject({
        ok: false,
        problem,
        failure: {
          host: 'auth.smartcar.com',
          providerStatus: status,
          cause: { name: 'ProviderError' },
        },
      })
    }
  },
)

test('tells the developer what the provider said, without what was sent', {
  tags: ['T32'],
}, async () => {
  const basic = Buffer.from('id:canary-secret').toString('base64')
  const words = `Invalid code: canary-code\r\nfor ${basic}`
  const endpoint = endpointWith(refused(400, 'invalid_request', words))
  const answer = await requestTokens(endpoint, 'canary-code', 'https://app.test/')
  expect(answer).toMatchObject({
    failure: {
      step: 'provider.redeemCode',
      providerError: 'invalid_request',
      cause: {
        message:
          'The provider answered 400 to the token endpoint (invalid_request: Invalid code: [redacted] for [redacted]).',
      },
    },
  })
})

test('names the field that makes an answer unusable, and shows no token', {
  tags: ['T32'],
}, async () => {
  const endpoint = endpointWith(async () => Response.json({ ...good, refresh_token: ['canary'] }))
  const answer = await requestTokens(endpoint, 'code', 'https://app.test/')
  expect(answer).toMatchObject({ failure: { cause: { message: /refresh_token/ } } })
  expect(JSON.stringify(answer)).not.toContain('canary')
})

test('counts the life of a token from the moment it was asked for', { tags: ['F29'] }, async () => {
  let nowMs = 1_000_000
  const endpoint = endpointWith(
    async () => {
      nowMs += 9000
      return Response.json(good)
    },
    () => nowMs,
  )
  const end = { accessExpiresAtMs: 1_000_000 + 7200_000 - 60_000 }
  const code = await requestTokens(endpoint, 'code', 'https://app.test/')
  expect(code).toMatchObject({ tokens: end })
  nowMs = 1_000_000
  const refresh = await refreshTokens(endpoint, 'refresh', deadlineIn(1000))
  expect(refresh).toMatchObject({ tokens: end })
})

test('keeps the old refresh token where the answer of a refresh has none', async () => {
  const endpoint = endpointWith(async () => Response.json({ ...good, refresh_token: undefined }))
  expect(await refreshTokens(endpoint, 'old', deadlineIn(1000))).toMatchObject({
    ok: true,
    tokens: { accessToken: 'a', refreshToken: 'old' },
  })
  // A code gave none, so there is no old one.
  expect(await requestTokens(endpoint, 'code', 'https://app.test/')).toMatchObject({ ok: false })
})

test('loses no grant because the provider leaves a field out or adds one', async () => {
  for (const answer of [
    { ...good, expires_in: undefined },
    { ...good, expires_in: '7200' },
    { ...good, token_type: undefined },
    { ...good, scope: ['read_odometer'], id_token: {} },
  ]) {
    const endpoint = endpointWith(async () => Response.json(answer))
    expect(await requestTokens(endpoint, 'code', 'https://app.test/')).toMatchObject({
      ok: true,
      tokens: { accessExpiresAtMs: 7200_000 - 60_000 },
    })
  }
})
