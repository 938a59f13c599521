// openid-client, a certified client that knows nothing of cars, takes the simulator for a provider.

import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'
import { walkToRedirect } from './walk-to-redirect.ts'

const simulator = createSimulator()
const redirectUri = 'http://localhost:5173/callback'
let listening: SimulatorServer

beforeAll(async () => {
  listening = await listen(simulator, 0)
})
afterAll(() => listening.stop())

function configuration(
  authentication: client.ClientAuth,
  clientId = 'demo-client',
  tokenPath = '/oauth/token',
): client.Configuration {
  const server = {
    issuer: listening.address,
    authorization_endpoint: `${listening.address}/oauth/authorize`,
    token_endpoint: listening.address + tokenPath,
  }
  const made = new client.Configuration(server, clientId, undefined, authentication)
  client.allowInsecureRequests(made)
  return made
}

function authorizeUrl(
  config: client.Configuration,
  more: Readonly<Record<string, string>> = {},
): string {
  return client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'read_vehicle_info read_odometer',
    approval_prompt: 'force',
    ...more,
  }).href
}

test.each([
  ['client_secret_basic', client.ClientSecretBasic('demo-secret')],
  ['client_secret_post', client.ClientSecretPost('demo-secret')],
])('code, tokens and refresh by %s, with state and PKCE', async (_, authentication) => {
  const config = configuration(authentication)
  const state = client.randomState()
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const landed = await walkToRedirect(
    simulator,
    authorizeUrl(config, {
      state,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }),
  )
  const checks = { expectedState: state, pkceCodeVerifier }
  const tokens = await client.authorizationCodeGrant(config, landed, checks)
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 7200 })
  expect(tokens.expiresIn()).toBeGreaterThan(7100)

  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  expect(renewed.access_token).not.toBe(tokens.access_token)
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token)

  const read = await client.fetchProtectedResource(
    config,
    renewed.access_token,
    new URL(`${listening.address}/v2.0/vehicles`),
    'GET',
  )
  expect(await read.json()).toMatchObject({ vehicles: [expect.any(String), expect.any(String)] })
  const refused = client.fetchProtectedResource(
    config,
    'made-up',
    new URL(`${listening.address}/v2.0/vehicles`),
    'GET',
  )
  expect((await refused).status).toBe(401)
})

test('a denial, another state and a code that was used are its own errors', async () => {
  const config = configuration(client.ClientSecretBasic('demo-secret'))
  const denied = await walkToRedirect(simulator, authorizeUrl(config, { state: 's-1' }), {
    decision: 'Deny access',
  })
  await expect(
    client.authorizationCodeGrant(config, denied, { expectedState: 's-1' }),
  ).rejects.toMatchObject({ error: 'access_denied', code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' })

  const landed = await walkToRedirect(simulator, authorizeUrl(config, { state: 's-2' }))
  await expect(
    client.authorizationCodeGrant(config, landed, { expectedState: 's-3' }),
  ).rejects.toMatchObject({ code: 'OAUTH_INVALID_RESPONSE' })
  await client.authorizationCodeGrant(config, landed, { expectedState: 's-2' })
  await expect(
    client.authorizationCodeGrant(config, landed, { expectedState: 's-2' }),
  ).rejects.toMatchObject({
    code: 'OAUTH_RESPONSE_BODY_ERROR',
    status: 400,
    error: expect.stringMatching(/^invalid_(?:grant|request)$/),
  })
})

test('a dead refresh token and a wrong secret are its own errors', async () => {
  const config = configuration(client.ClientSecretBasic('demo-secret'))
  await expect(client.refreshTokenGrant(config, 'made-up')).rejects.toMatchObject({
    code: 'OAUTH_RESPONSE_BODY_ERROR',
    status: 400,
  })
  // With HTTP Basic the provider must challenge, and the client then reports the challenge.
  const wrong = configuration(client.ClientSecretBasic('other'))
  await expect(client.refreshTokenGrant(wrong, 'made-up')).rejects.toMatchObject({
    code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
    status: 401,
  })
})

test('a machine gets its token and reads the connections', async () => {
  const authentication = client.ClientSecretPost('demo-machine-secret')
  const config = configuration(authentication, 'client_demo', '/oauth2/token')
  const tokens = await client.clientCredentialsGrant(config)
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
  expect(tokens.refresh_token).toBeUndefined()
  const read = await client.fetchProtectedResource(
    config,
    tokens.access_token,
    new URL(`${listening.address}/v3/connections`),
    'GET',
  )
  expect(await read.json()).toMatchObject({ data: expect.any(Array) })
})
