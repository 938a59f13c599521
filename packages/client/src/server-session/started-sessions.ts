// The sessions of a page that the server has started: each serves one click, whichever button is clicked.

import type { Failure, Outcome } from '../errors.ts'
import type { EndpointOptions } from '../options/connect-options.ts'
import {
  fetchStartedSession,
  type SessionRequest,
  type StartedSession,
  topicOf,
} from './fetch-started-session.ts'

/** Sessions that the server has started, by what they are for. */
export type StartedSessions = {
  /** Hands out the session at hand, once, if it is what this request would get and still good. */
  use(request: SessionRequest): StartedSession | undefined
  /** Takes back a session that was not used after all, as no window opened. */
  giveBack(request: SessionRequest, session: StartedSession): void
  /**
   * Fetches a session for this request, unless one is under way, or at hand and good for a while. One
   * of another login is dropped. Never rejects.
   *
   * @returns the failure, if there was one
   */
  fetch(request: SessionRequest): Promise<Failure | undefined>
  /**
   * Fetches a session for a click that waits. Where the browser does not count the click any more, the
   * session stays at hand and the click fails with `popup_blocked`, or this tab leaves.
   *
   * @param read gives the connection's options of the moment
   * @param isWaiting whether the click still waits; otherwise the session stays at hand
   * @returns the session, and the options to open it with
   */
  fetchForClick<O extends ClickOptions>(
    click: O,
    read: () => SessionRequest,
    isWaiting: () => boolean,
  ): Promise<Outcome<[options: O, session: StartedSession]>>
}

type ClickOptions = SessionRequest & Pick<EndpointOptions, 'presentation'>

type Arrival = { appUser: string | undefined; failure: Promise<Failure | undefined> }

// Intent renews a session in the last quarter of its life.
const freshShare = 0.75
// Several clicks may wait for one session, and the first one uses it.
const maxFetches = 3

const tooLate: Failure = {
  ok: false,
  code: 'popup_blocked',
  details: { message: 'The session came too late for the click; the next click opens it.' },
}

const over: Failure = {
  ok: false,
  code: 'expired',
  details: { message: 'The session that the server started was over before the popup could open.' },
}

/** Begins with none at hand. */
export function createStartedSessions(): StartedSessions {
  const atHand = new Map<string, StartedSession>()
  const underWay = new Map<string, Arrival>()

  function use(request: SessionRequest) {
    const topic = topicOf(request)
    const session = atHand.get(topic)
    if (!session?.fits(request)) return undefined
    atHand.delete(topic)
    return session
  }

  async function fetch(request: SessionRequest): Promise<Failure | undefined> {
    const topic = topicOf(request)
    const known = atHand.get(topic)
    if (known?.fits(request, freshShare)) return undefined
    // The login is another one, or the session is over.
    if (!known?.fits(request)) atHand.delete(topic)
    const arrival = underWay.get(topic)
    return arrival && arrival.appUser === request.appUser
      ? arrival.failure
      : start(request, topic).failure
  }

  function start(request: SessionRequest, topic: string) {
    const arrival: Arrival = { appUser: request.appUser, failure: keep() }
    underWay.set(topic, arrival)
    return arrival

    async function keep() {
      const outcome = await fetchStartedSession(request)
      // What was asked for under another login meanwhile took its place.
      const isNewest = underWay.get(topic) === arrival
      if (isNewest) underWay.delete(topic)
      if (!outcome.ok) return outcome
      if (isNewest) atHand.set(topic, outcome.data)
      return undefined
    }
  }

  return {
    use,
    giveBack(request, session) {
      atHand.set(topicOf(request), session)
    },
    fetch,
    async fetchForClick(click, read, isWaiting) {
      for (let fetches = 0; fetches < maxFetches; fetches += 1) {
        const failure = await fetch(click)
        if (failure) return failure
        if (!isWaiting()) break
        if (read().appUser !== click.appUser) return { ok: false, code: 'login_changed' }
        // Browsers keep a click's permission to open a window for a few seconds.
        const isOver = navigator.userActivation?.isActive === false
        if (isOver && (click.presentation || 'popup') === 'popup') return tooLate
        const session = use(click)
        const options = isOver ? { ...click, presentation: 'redirect' as const } : click
        if (session) return { ok: true, data: [options, session] }
      }
      return over
    },
  }
}
