// The backend endpoint that starts a session: state and address made here, bound to one browser.

import { encodeBase64Url } from '../crypto/base64url.ts'
import { randomToken } from '../crypto/random-token.ts'
import { sha256 } from '../crypto/sha256.ts'
import { allowedOrigins } from '../http/allowed-origins.ts'
import { outcomeResponse, problemOutcome, refusalOutcome } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { type Refusal, refuseForeign } from '../http/request-guard.ts'
import { checkedRedirectUri } from '../options/checked-redirect-uri.ts'
import { providerUrl } from '../provider/provider-url.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import { safeEmit } from '../server-event.ts'
import type { FlowSetup } from '../stores/flow-store.ts'
import { keyHash, sessionHash } from './app-session.ts'
import { connectUrl } from './connect-url.ts'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import type { SessionHandlerOptions, StartedSession } from './session-options.ts'
import { parseSessionRequest, type SessionRequest } from './session-request.ts'

const maxBodyBytes = 4096
const lifetimeMs = 15 * 60_000
const limits = { maxOpen: 5, maxPerMinute: 20 }

async function readSessionRequest(request: Request): Promise<SessionRequest | Refusal> {
  const body = await readBody(request.body, maxBodyBytes)
  if (body === undefined) return { status: 413, reason: 'body_size' }
  return parseSessionRequest(body) ?? { status: 400, reason: 'body_shape' }
}

/**
 * Creates the endpoint that the hook's `session: '/api/…'` fetches ahead of the click.
 *
 * The state token is made here and counts only with this browser's cookie and this app session, so
 * that nobody can finish what somebody else began.
 *
 * @throws {TypeError} at creation, naming the option that is wrong.
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.7
 */
export function createSessionHandler(
  options: SessionHandlerOptions,
): (request: Request) => Promise<Response> {
  const { store, appSession, params, now = Date.now } = options
  // The secret is not needed to start a session; the checks of the rest are the same.
  const { clientId, url: tokenUrl } = tokenEndpoint({ ...options, clientSecret: '-' })
  const redirectUri = checkedRedirectUri(options.redirectUri)
  const origins = allowedOrigins(options.origins)
  const url = providerUrl('connectUrl', options.connectUrl ?? 'https://connect.smartcar.com')
  const emit = safeEmit(options.onEvent)

  function refuse({ status, reason }: Refusal): Response {
    emit({ type: 'session_refused', reason, status })
    return outcomeResponse(refusalOutcome(status))
  }

  function fail(problem: 'too_many' | 'not_started'): Response {
    const outcome = problemOutcome(problem)
    emit({ type: 'session_failed', problem, status: outcome.status })
    return outcomeResponse(outcome)
  }

  async function start(request: Request, session: string, asked: SessionRequest) {
    const wanted = await params({ request, vehicleId: asked.vehicleId })
    if (wanted.responseType === 'none' && wanted.externalId === undefined) {
      throw new TypeError(
        'params returned responseType none without externalId, so the connection could not be found again. Return an unguessable id of your own for this person.',
      )
    }
    const setup: FlowSetup = {
      tokenUrl: tokenUrl.href,
      clientId,
      redirectUri,
      responseType: wanted.responseType ?? 'code',
      mode: wanted.mode ?? 'live',
      scope: wanted.scope ?? [],
      externalId: wanted.externalId ?? null,
      vehicleId: wanted.vehicleId ?? null,
    }
    const state = randomToken()
    const binding = readSessionCookie(request) ?? randomToken()
    const createdMs = now()
    const flow = {
      keyHash: await keyHash(session, state),
      sessionHash: await sessionHash(session),
      bindingHash: await sha256(binding),
      setup,
      createdMs,
      expiresMs: createdMs + lifetimeMs,
    }
    if (!(await store.openFlow(flow, limits))) return fail('too_many')
    const own = asked.state && encodeBase64Url(new TextEncoder().encode(asked.state))
    const address = connectUrl(
      { url, clientId, redirectUri },
      wanted,
      own ? `${state}.${own}` : state,
    )
    const started: StartedSession = { url: address.href, state, expiresInMs: lifetimeMs }
    const response = outcomeResponse({ status: 200, body: JSON.stringify(started) })
    response.headers.set('set-cookie', writeSessionCookie(request, binding))
    emit({ type: 'session_started' })
    return response
  }

  return async request => {
    const foreign = refuseForeign(request, origins)
    if (foreign !== undefined) return refuse(foreign)
    const asked = await readSessionRequest(request).catch(
      (): Refusal => ({ status: 400, reason: 'body_shape' }),
    )
    if ('reason' in asked) return refuse(asked)
    try {
      const session = await appSession(request)
      if (!session) return refuse({ status: 401, reason: 'no_session' })
      return await start(request, session, asked)
    } catch {
      return fail('not_started')
    }
  }
}
