// Asks the app's backend to start a session: it makes the state token and Connect's address.

import { postJson } from '../backend/post-json.ts'
import { withDeadline } from '../backend/with-deadline.ts'
import type { Outcome } from '../errors.ts'
import type { EndpointOptions, Plan } from '../options/connect-options.ts'
import { tokenOf } from '../state/read-state.ts'
import { isOtherSite } from './is-other-site.ts'

/** The options that decide which session a click can use: all but `appUser` are told to the handler. */
export type SessionRequest = Pick<EndpointOptions, 'session' | 'state' | 'vehicleId' | 'appUser'>

/** The answer of a session handler. */
type SessionAnswer = { url: string; state: string; expiresInMs: number }

/** A session that the server has started, good for one click. */
export type StartedSession = Plan & {
  /**
   * Whether it is what this request would get, and still good.
   *
   * @param share which part of its life must not be over yet. @default 1, all of it
   */
  fits(request: SessionRequest, share?: number): boolean
}

// A session is not used in its last minute: the person still has to get through Connect.
const spareMs = 60_000

/**
 * Fetches Connect's address and the state token from the session handler. Never rejects.
 *
 * @returns the session; `network_error` or `exchange_timeout` without an answer, `exchange_failed`
 *   with one that is no session, and without asking an endpoint on another site
 */
export async function fetchStartedSession(
  request: SessionRequest,
): Promise<Outcome<StartedSession>> {
  const { session = '', state, vehicleId } = request
  if (isOtherSite(Object(session).url ?? session)) {
    const message = 'The session endpoint is on another site.'
    // As the endpoint itself would answer.
    return {
      ok: false,
      code: 'exchange_failed',
      details: { message, problem: { code: 'cross_site' } },
    }
  }
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
  const arrivedMs = Date.now()
  const fits = (asked: SessionRequest, share = 1) =>
    Date.now() < arrivedMs + (expiresInMs - spareMs) * share &&
    topicOf(asked) === topicOf(request) &&
    // The server has bound a session to the login that it was started under.
    asked.appUser === request.appUser
  return { ok: true, data: { token, url, state: sent, fits } }
}

/** What a session is for. Under one login, two requests with the same topic can share one. */
export function topicOf({ session, state, vehicleId }: SessionRequest): string {
  // Neither a vehicle id nor JSON has a line break in it.
  return [JSON.stringify(session), state, vehicleId].join('\n')
}
