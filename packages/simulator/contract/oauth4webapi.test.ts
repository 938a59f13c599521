// oauth4webapi, which takes every answer apart by the letter of the RFCs, finds nothing wrong.

import * as oauth from 'oauth4webapi'
import { expect, test } from 'vitest'
import { createSimulator } from '../src/simulator.ts'
import { walkToRedirect } from './walk-to-redirect.ts'

const origin = 'http://localhost:4010'
const redirectUri = 'http://localhost:5173/callback'
const server: oauth.AuthorizationServer = {
  issuer: origin,
  authorization_endpoint: `${origin}/oauth/authorize`,
  token_endpoint: `${origin}/oauth/token`,
}
const client: oauth.Client = { client_id: 'demo-client' }
const authentications = [
  ['client_secret_basic', oauth.ClientSecretBasic('demo-secret')],
  ['client_secret_post', oauth.ClientSecretPost('demo-secret')],
] as const

function create() {
  const simulator = createSimulator()
  // Without a port: the client is given the simulator's own fetch.
  const options = {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: (address: string, init: RequestInit) =>
      simulator.fetch(new Request(address, init)),
  }
  async function codeParameters(state: string): Promise<URLSearchParams> {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: redirectUri,
      scope: 'read_vehicle_info',
      approval_prompt: 'force',
      state,
    })
    const landed = await walkToRedirect(simulator, `${server.authorization_endpoint}?${query}`)
    return oauth.validateAuthResponse(server, client, landed, state)
  }
  async function redeem(
    parameters: URLSearchParams,
    authentication: oauth.ClientAuth = oauth.ClientSecretBasic('demo-secret'),
    uri = redirectUri,
  ): Promise<oauth.TokenEndpointResponse> {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      parameters,
      uri,
      oauth.nopkce,
      options,
    )
    return oauth.processAuthorizationCodeResponse(server, client, response)
  }
  return { options, codeParameters, redeem }
}

test.each(authentications)('code and refresh by %s', async (_, authentication) => {
  const { options, codeParameters, redeem } = create()
  const tokens = await redeem(await codeParameters(oauth.generateRandomState()), authentication)
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 7200 })
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    authentication,
    tokens.refresh_token ?? '',
    options,
  )
  const renewed = await oauth.processRefreshTokenResponse(server, client, response)
  expect(renewed.access_token).not.toBe(tokens.access_token)
})

test('a code is good once, for its own redirect URI', async () => {
  const { codeParameters, redeem } = create()
  const parameters = await codeParameters('s-1')
  await expect(redeem(parameters, undefined, `${redirectUri}/other`)).rejects.toMatchObject({
    name: 'ResponseBodyError',
    status: 400,
    error: 'invalid_grant',
  })
  await redeem(parameters)
  await expect(redeem(parameters)).rejects.toMatchObject({
    name: 'ResponseBodyError',
    status: 400,
    error: expect.stringMatching(/^invalid_(?:grant|request)$/),
  })
})

test('a wrong secret is a challenge by HTTP Basic', async () => {
  const { codeParameters, redeem } = create()
  const refused = redeem(await codeParameters('s-1'), oauth.ClientSecretBasic('other'))
  await expect(refused).rejects.toMatchObject({
    name: 'WWWAuthenticateChallengeError',
    status: 401,
  })
})

test('a machine’s token comes by client credentials and has nothing to refresh', async () => {
  const { options } = create()
  const machines = { issuer: origin, token_endpoint: `${origin}/oauth2/token` }
  const machine = { client_id: 'client_demo' }
  const response = await oauth.clientCredentialsGrantRequest(
    machines,
    machine,
    oauth.ClientSecretPost('demo-machine-secret'),
    new URLSearchParams(),
    options,
  )
  const tokens = await oauth.processClientCredentialsResponse(machines, machine, response)
  expect(Object.keys(tokens).sort()).toEqual(['access_token', 'expires_in', 'token_type'])
})
