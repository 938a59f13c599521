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
  refreshTokenGrantRequest,
  validateAuthResponse,
} from 'oauth4webapi'
import { type Failure, failureOf, type Step } from '../reporting/failure.ts'
import { basicCredentials } from '../reporting/redact.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { askAgain } from './ask-again.ts'
import { ProviderError } from './provider-error.ts'
import { callDeadlineMs, providerFetch, withinCall } from './provider-fetch.ts'
import { readTokenAnswer, unusableField } from './read-token-answer.ts'
import type { TokenEndpoint } from './token-endpoint.ts'
import { type Tokens, tokensFrom } from './tokens.ts'

/**
 * Why no tokens came.
 *
 * - `grant_refused`: the code or refresh token is expired, used or foreign.
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

/** The answer of the token endpoint as a value; `failure` is for developers only. */
export type TokenAnswer =
  | { ok: true; tokens: Tokens }
  | { ok: false; problem: TokenProblem; failure: Failure }

/** Says what a failed call to the provider means for the grant. */
function tokenProblem(thrown: unknown): TokenProblem {
  if (!(thrown instanceof ProviderError) || thrown.code === 'broken') return 'provider_failed'
  return thrown.code
}

type Send = (as: AuthorizationServer, client: Client) => Promise<Response>

/** Sends one request and reads its answer. */
async function ask(endpoint: TokenEndpoint, send: Send, former?: string): Promise<Tokens> {
  const { url, clientId, now } = endpoint
  const sentAtMs = now()
  const response = await send(
    { issuer: url.origin, token_endpoint: url.href },
    { client_id: clientId },
  )
  const read = tokensFrom(await readTokenAnswer(url, response), sentAtMs, former)
  if (!read.ok) throw unusableField(url, read.field)
  return read.tokens
}

async function answerOf(
  step: Step,
  { clientId, clientSecret }: TokenEndpoint,
  sent: string,
  asking: Promise<Tokens>,
): Promise<TokenAnswer> {
  try {
    return { ok: true, tokens: await asking }
  } catch (thrown) {
    const secrets = [sent, clientSecret, ...basicCredentials(clientId, clientSecret)]
    return {
      ok: false,
      problem: tokenProblem(thrown),
      failure: failureOf(step, thrown, secrets),
    }
  }
}

function requestOptions(endpoint: TokenEndpoint, deadline: Deadline) {
  return {
    [customFetch]: (address: string, init: RequestInit): Promise<Response> =>
      providerFetch(endpoint.fetch, new URL(address), init, withinCall(deadline)),
    [allowInsecureRequests]: endpoint.url.protocol === 'http:',
  }
}

/**
 * Exchanges an authorization code for tokens, authenticated by HTTP Basic.
 *
 * Danger: a code is single use, and a second use revokes what the first gave. Call it once per code.
 * It sends the code once, even to a provider that is busy.
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
  async function send(as: AuthorizationServer, client: Client): Promise<Response> {
    const callback = validateAuthResponse(as, client, new URLSearchParams({ code }), expectNoState)
    return authorizationCodeGrantRequest(
      as,
      client,
      ClientSecretBasic(endpoint.clientSecret),
      callback,
      redirectUri,
      // The provider documents no PKCE. State, session and single use protect the code instead.
      nopkce,
      requestOptions(endpoint, deadlineIn(callDeadlineMs)),
    )
  }
  return answerOf('provider.redeemCode', endpoint, code, ask(endpoint, send))
}

/**
 * Exchanges a refresh token for new tokens, authenticated by HTTP Basic. A provider that is busy is
 * asked again until the deadline.
 *
 * The provider rotates refresh tokens: store the new one before using the access token. The old one
 * works for a short grace only. Where the answer has no refresh token, the old one stays.
 *
 * @returns the tokens or the problem; never throws.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-6
 */
export function refreshTokens(
  endpoint: TokenEndpoint,
  refreshToken: string,
  deadline: Deadline,
): Promise<TokenAnswer> {
  function send(as: AuthorizationServer, client: Client): Promise<Response> {
    return refreshTokenGrantRequest(
      as,
      client,
      ClientSecretBasic(endpoint.clientSecret),
      refreshToken,
      requestOptions(endpoint, deadline),
    )
  }
  const asking = askAgain(deadline, () => ask(endpoint, send, refreshToken))
  return answerOf('provider.refreshTokens', endpoint, refreshToken, asking)
}
