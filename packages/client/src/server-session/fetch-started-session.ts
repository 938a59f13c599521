// Asks the app's backend to start a session: it makes the state token and Connect's address.

import { postJson } from '../backend/post-json.ts'
import { withDeadline } from '../backend/with-deadline.ts'
import type { Outcome } from '../errors.ts'
import type { ConnectOptions, Plan } from '../options/connect-options.ts'
import { tokenOf } from '../state/read-state.ts'

/** The options that decide which session a click can use: all but `appUser` are told to the handler. */
export type SessionRequest = Pick<ConnectOptions, 'session' | 'state' | 'vehicleId' | 'appUser'>

/** The answer of a session handler. */
type SessionAnswer = { url: string; state: string; expiresInMs: number }

/** A session that the server has started, good for one click. */
export type StartedSession = Plan & {
  /** Whether it is what this request would get, and still good. */
  fits(request: SessionRequest): boolean
}

// A session is not used in its last minute: the person still has to get through Connect.
const spareMs = 60_000

/**
 * Fetches Connect's address and the state token from the session handler. Never rejects.
 *
 * @returns the session; `network_error` or `exchange_timeout` without an answer, `exchange_failed`
 *   with one that is no session
 */
export async function fetchStartedSession(
  request: SessionRequest,
): Promise<Outcome<StartedSession>> {
  const { session = '', state, vehicleId } = request
  const outcome = await withDeadline(new AbortController().signal, signal =>
    postJson<Partial<SessionAnswer>>(session, { state, vehicleId }, {}, signal),
  )
  if (!outcome.ok) return outcome
  const { url: href, state: token, expiresInMs } = Object(outcome.data)
  const url = URL.canParse(href) ? new URL(href) : undefined
  const sent = url?.searchParams.get('state') ?? ''
  if (!url || !token || tokenOf(sent) !== token || !(expiresInMs > spareMs)) {
    const message = 'The session endpoint answered with something else than a session.'
    return { ok: false, code: 'exchange_failed', details: { message } }
  }
  const goodUntilMs = Date.now() + expiresInMs - spareMs
  const fits = (asked: SessionRequest) =>
    Date.now() < goodUntilMs && requestKey(asked) === requestKey(request)
  return { ok: true, data: { token, url, state: sent, fits } }
}

/** Two requests with equal keys can share a session. */
export function requestKey({ session, state, vehicleId, appUser }: SessionRequest): string {
  // The server has bound a session to the login that it was started under.
  return JSON.stringify([session, state, vehicleId, appUser])
}
