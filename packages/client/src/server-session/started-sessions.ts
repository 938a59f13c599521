// Keeps the session that the server has started for the next click.

import type { Failure } from '../errors.ts'
import {
  fetchStartedSession,
  requestKey,
  type SessionRequest,
  type StartedSession,
} from './fetch-started-session.ts'

/** Sessions that the server has started, each good for one click. */
export type StartedSessions = {
  /** Hands out the session at hand, once, if it is what this request would get and still good. */
  use(request: SessionRequest): StartedSession | undefined
  /**
   * Fetches a session for this request, unless one is at hand or under way. Never rejects.
   *
   * @returns the failure, if there was one
   */
  fetch(request: SessionRequest): Promise<Failure | undefined>
}

/** Begins with none at hand. */
export function createStartedSessions(): StartedSessions {
  let atHand: StartedSession | undefined
  const underWay = new Map<string, Promise<Failure | undefined>>()

  async function keep(request: SessionRequest, key: string) {
    const outcome = await fetchStartedSession(request)
    underWay.delete(key)
    if (!outcome.ok) return outcome
    atHand = outcome.data
    return undefined
  }

  return {
    use(request) {
      if (!atHand?.fits(request)) return undefined
      const session = atHand
      atHand = undefined
      return session
    },
    async fetch(request) {
      try {
        if (atHand?.fits(request)) return undefined
        const key = requestKey(request)
        const arrival = underWay.get(key) ?? keep(request, key)
        underWay.set(key, arrival)
        return await arrival
      } catch (cause) {
        const message = 'The options `state` and `vehicleId` cannot be sent as JSON.'
        return { ok: false, code: 'exchange_failed', details: { message, cause } }
      }
    },
  }
}
