// Sends an authorization code or a refresh token to the token endpoint and judges the answer.
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
import { type Fetch, providerFetch } from './provider-fetch.ts'
import { isLoopback } from './provider-url.ts'
import { type Tokens, tokensFrom } from './tokens.ts'

/** Who asks for tokens, and where: configuration, never anything from a browser. */
export type TokenEndpoint = {
  clientId: string
  clientSecret: string
  url: URL
  fetch: Fetch
  now: () => number
}

/**
 * Why no tokens came.
 *
 * - `grant_refused`: the code or refresh token is expired, used or foreign (`invalid_grant`).
 * - `client_refused`: the client id or secret is wrong.
 * - `unreachable`: nothing was sent.
 * - `timeout`: sent perhaps, no complete answer in time.
 * - `provider_failed`: any other answer, or a broken one.
 */
export type TokenFailure =
  | 'grant_refused'
  | 'client_refused'
  | 'unreachable'
  | 'timeout'
  | 'provider_failed'

/** The token endpoint's answer as a value. */
export type TokenAnswer = { tokens: Tokens } | { failure: TokenFailure }

function failureOf(error: unknown): TokenFailure {
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
    return tokens === undefined ? { failure: 'provider_failed' } : { tokens }
  } catch (error) {
    // The library's errors carry the answer's body, so only our own word for it leaves here.
    return { failure: failureOf(error) }
  }
}

function settings(endpoint: TokenEndpoint) {
  return {
    [customFetch]: (url: string, options: RequestInit): Promise<Response> =>
      providerFetch(endpoint.fetch, new Request(url, options)),
    [allowInsecureRequests]: isLoopback(endpoint.url),
  }
}

/**
 * Exchanges an authorization code for tokens, by HTTP Basic.
 *
 * Danger: a code is single use and a second use revokes what the first gave. Call it once per code.
 *
 * @param redirectUri the configured redirect URI, exactly as in the authorize request.
 * @returns the tokens or the reason; never throws.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.3
 */
export function requestTokens(
  endpoint: TokenEndpoint,
  code: string,
  redirectUri: string,
): Promise<TokenAnswer> {
  return ask(endpoint, async (as, client) => {
    const callback = validateAuthResponse(as, client, new URLSearchParams({ code }), expectNoState)
    const basic = ClientSecretBasic(endpoint.clientSecret)
    // The provider documents no PKCE; state, session and single use stand in for it.
    const response = await authorizationCodeGrantRequest(
      as,
      client,
      basic,
      callback,
      redirectUri,
      nopkce,
      settings(endpoint),
    )
    return processAuthorizationCodeResponse(as, client, response)
  })
}

/**
 * Exchanges a refresh token for new tokens, by HTTP Basic.
 *
 * The provider rotates: keep the new refresh token before using the access token. The old one works
 * for a short grace only.
 *
 * @returns the tokens or the reason; never throws.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-6
 */
export function refreshTokens(endpoint: TokenEndpoint, refreshToken: string): Promise<TokenAnswer> {
  return ask(endpoint, async (as, client) => {
    const basic = ClientSecretBasic(endpoint.clientSecret)
    const response = await refreshTokenGrantRequest(
      as,
      client,
      basic,
      refreshToken,
      settings(endpoint),
    )
    return processRefreshTokenResponse(as, client, response)
  })
}
