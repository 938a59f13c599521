// Sends an authorization code or a refresh token to the token endpoint.

import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  ClientSecretBasic,
  customFetch,
  expectNoState,
  nopkce,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import { ProviderError } from './provider-error.ts'
import { providerFetch } from './provider-fetch.ts'
import type { TokenEndpoint } from './token-endpoint.ts'
import { type Tokens, tokensFrom } from './tokens.ts'

/**
 * Why no tokens came.
 *
 * - `grant_refused`: the code or refresh token is expired, used or foreign (`invalid_grant`).
 * - `client_refused`: the client id or the client secret is wrong.
 * - `unreachable`: nothing was sent.
 * - `timeout`: no complete answer came in time. The request may have been carried out.
 * - `provider_failed`: the provider gave any other answer, or a broken one.
 */
export type TokenProblem =
  | 'grant_refused'
  | 'client_refused'
  | 'unreachable'
  | 'timeout'
  | 'provider_failed'

/** The answer of the token endpoint as a value. */
export type TokenAnswer = { ok: true; tokens: Tokens } | { ok: false; problem: TokenProblem }

function problemOf(error: unknown): TokenProblem {
  if (error instanceof ProviderError) {
    return error.code === 'broken' ? 'provider_failed' : error.code
  }
  if (error instanceof ResponseBodyError) {
    if (error.error === 'invalid_grant') return 'grant_refused'
    const isClient = error.error === 'invalid_client' || error.error === 'unauthorized_client'
    if (isClient || error.status === 401) return 'client_refused'
  }
  return 'provider_failed'
}

async function ask(
  endpoint: TokenEndpoint,
  send: (as: AuthorizationServer, client: Client) => Promise<TokenEndpointResponse>,
): Promise<TokenAnswer> {
  const as = { issuer: endpoint.url.origin, token_endpoint: endpoint.url.href }
  const sentAtMs = endpoint.now()
  try {
    const answer = await send(as, { client_id: endpoint.clientId })
    const tokens = answer.token_type === 'bearer' ? tokensFrom(answer, sentAtMs) : undefined
    return tokens === undefined ? { ok: false, problem: 'provider_failed' } : { ok: true, tokens }
  } catch (error) {
    // The errors of the library carry the body of the answer, so only a code of ours is returned.
    return { ok: false, problem: problemOf(error) }
  }
}

function requestOptions(endpoint: TokenEndpoint) {
  return {
    [customFetch]: (url: string, options: RequestInit): Promise<Response> =>
      providerFetch(endpoint.fetch, new Request(url, options)),
    [allowInsecureRequests]: endpoint.url.protocol === 'http:',
  }
}

/**
 * Exchanges an authorization code for tokens, authenticated by HTTP Basic.
 *
 * Danger: a code is single use, and a second use revokes what the first gave. Call it once per code.
 *
 * @param redirectUri the configured redirect URI, exactly as in the authorize request.
 * @returns the tokens or the problem; never throws.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.3
 */
export function requestTokens(
  endpoint: TokenEndpoint,
  code: string,
  redirectUri: string,
): Promise<TokenAnswer> {
  return ask(endpoint, async (as, client) => {
    const callback = validateAuthResponse(as, client, new URLSearchParams({ code }), expectNoState)
    const response = await authorizationCodeGrantRequest(
      as,
      client,
      ClientSecretBasic(endpoint.clientSecret),
      callback,
      redirectUri,
      // The provider documents no PKCE. State, session and single use protect the code instead.
      nopkce,
      requestOptions(endpoint),
    )
    return processAuthorizationCodeResponse(as, client, response)
  })
}

/**
 * Exchanges a refresh token for new tokens, authenticated by HTTP Basic.
 *
 * The provider rotates refresh tokens: store the new one before using the access token. The old one
 * works for a short grace only.
 *
 * @returns the tokens or the problem; never throws.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-6
 */
export function refreshTokens(endpoint: TokenEndpoint, refreshToken: string): Promise<TokenAnswer> {
  return ask(endpoint, async (as, client) => {
    const response = await refreshTokenGrantRequest(
      as,
      client,
      ClientSecretBasic(endpoint.clientSecret),
      refreshToken,
      requestOptions(endpoint),
    )
    return processRefreshTokenResponse(as, client, response)
  })
}
