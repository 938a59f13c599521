// The backend endpoint that starts a session: the one file that knows the order of its steps.

import { encodeBase64Url } from '../crypto/base64url.ts'
import { randomToken } from '../crypto/random-token.ts'
import { sha256 } from '../crypto/sha256.ts'
import { allowedOrigins } from '../http/allowed-origins.ts'
import { outcomeResponse } from '../http/outcome-response.ts'
import { readBody } from '../http/read-body.ts'
import { guardRequest } from '../http/request-guard.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { problemOutcome, refusalOutcome } from '../problems/problem-outcome.ts'
import type { Refusal } from '../problems/refusal.ts'
import { providerUrl } from '../provider/provider-url.ts'
import { tokenAddress } from '../provider/token-endpoint.ts'
import { createReporter } from '../reporting/reporter.ts'
import { hashAppSession, hashKey } from './app-session.ts'
import { connectUrl, type SessionParams } from './connect-url.ts'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import type { SessionAnswer, SessionHandlerOptions } from './session-options.ts'
import { parseSessionRequest, type SessionRequest } from './session-request.ts'

const maxBodyBytes = 4096
const lifetimeMs = 15 * 60_000
const limits = { maxOpen: 5, maxPerMinute: 20 }

/**
 * Creates the endpoint that the option `session: '/api/…'` of the browser fetches ahead of the click.
 *
 * The state token is made here and counts only with the cookie of this browser and this app session,
 * so that nobody can complete a session that another person started.
 *
 * @returns a function from `Request` to `Response`; it never rejects.
 * @throws {TypeError} at creation, naming the option that is wrong.
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.7
 */
export function createSessionHandler(
  options: SessionHandlerOptions,
): (request: Request) => Promise<Response> {
  const { store, appSession, params, now = Date.now } = options
  const { clientId, url: tokenUrl } = tokenAddress(options)
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const url = providerUrl('connectUrl', options.connectUrl ?? 'https://connect.smartcar.com')
  const application = { url, clientId, redirectUri }
  const emit = createReporter(options.onEvent)

  /** One session, from the post to the answer. */
  async function start(request: Request): Promise<Response> {
    const guard = guardRequest(request, origins)
    if (!guard.ok) return refuse(guard)
    const body = await readSessionRequest(request)
    if (!body.ok) return refuse(body)
    const appSessionId = await appSession(request)
    if (!appSessionId) return refuse({ ok: false, status: 401, reason: 'no_session' })

    const { vehicleId } = body.sessionRequest
    const sessionParams = await params({ request, vehicleId })
    // Without a code the external id is the only way to find the connection again.
    if (sessionParams.responseType === 'none' && sessionParams.externalId === undefined)
      return fail('not_started')

    const state = randomToken()
    const binding = readSessionCookie(request) ?? randomToken()
    const createdMs = now()
    const isSaved = await store.saveStartedSession(
      {
        keyHash: await hashKey(appSessionId, state),
        appSessionHash: await hashAppSession(appSessionId),
        bindingHash: await sha256(binding),
        setup: {
          tokenUrl: tokenUrl.href,
          clientId,
          redirectUri,
          responseType: sessionParams.responseType ?? 'code',
          mode: sessionParams.mode ?? 'live',
          scope: sessionParams.scope ?? [],
          externalId: sessionParams.externalId ?? null,
          vehicleId: sessionParams.vehicleId ?? null,
        },
        createdMs,
        expiresMs: createdMs + lifetimeMs,
      },
      limits,
    )
    if (!isSaved) return fail('too_many')
    const response = answer(request, binding, state, sessionParams, body.sessionRequest.state)
    emit({ type: 'session_started' })
    return response
  }

  function answer(
    request: Request,
    binding: string,
    state: string,
    sessionParams: SessionParams,
    appState: string | undefined,
  ): Response {
    const suffix = appState ? `.${encodeBase64Url(new TextEncoder().encode(appState))}` : ''
    const { href } = connectUrl(application, sessionParams, `${state}${suffix}`)
    const sessionAnswer: SessionAnswer = { url: href, state, expiresInMs: lifetimeMs }
    const response = outcomeResponse({ status: 200, body: JSON.stringify(sessionAnswer) })
    response.headers.set('set-cookie', writeSessionCookie(request, binding))
    return response
  }

  function refuse({ status, reason }: Refusal): Response {
    emit({ type: 'session_refused', reason, status })
    return outcomeResponse(refusalOutcome(status))
  }

  function fail(problem: 'too_many' | 'not_started'): Response {
    const outcome = problemOutcome(problem)
    emit({ type: 'session_failed', problem, status: outcome.status })
    return outcomeResponse(outcome)
  }

  return async request => {
    try {
      return await start(request)
    } catch {
      return fail('not_started')
    }
  }
}

async function readSessionRequest(
  request: Request,
): Promise<{ ok: true; sessionRequest: SessionRequest } | Refusal> {
  try {
    const bytes = await readBody(request.body, maxBodyBytes)
    if (bytes === undefined) return { ok: false, status: 413, reason: 'body_size' }
    const sessionRequest = parseSessionRequest(bytes)
    if (sessionRequest !== undefined) return { ok: true, sessionRequest }
  } catch {
    // A body that breaks off is answered like one of a wrong form.
  }
  return { ok: false, status: 400, reason: 'body_shape' }
}
