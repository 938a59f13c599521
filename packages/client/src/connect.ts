// Connects a car: one session at a time, and the app's callbacks.

import { callApp } from './call-app.ts'
import { createSession, receiveAnswer } from './create-session.ts'
import {
  type ConnectErrorCode,
  type ConnectErrorDetails,
  errorOf,
  type Failure,
  type Outcome,
} from './errors.ts'
import { loadLate, loadLateInTime } from './load-late.ts'
import { tellDeveloper } from './messages/advice.ts'
import { refuse } from './messages/refuse.ts'
import {
  type ConnectOptions,
  checkOptions,
  type EndpointOptions,
  isUnset,
} from './options/connect-options.ts'
import { type ConnectParams, refuseUnpostable } from './options/connect-url.ts'
import { withEndpoints } from './options/with-endpoints.ts'
import { afterClick } from './popup/after-click.ts'
import { createAge } from './popup/age.ts'
import { listenOnChannel } from './popup/listen.ts'
import { isConnectMessage } from './popup/message.ts'
import type { SharedWithClick } from './resume/resume-session.ts'
import type { recordKey } from './resume/session-record.ts'
import type { RunningSession } from './running-session.ts'
import type { StartedSession } from './server-session/fetch-started-session.ts'
import type { StartedSessions } from './server-session/started-sessions.ts'
import { canFollow, isSettled, type Session, type Settled } from './session.ts'
import { createStore } from './store.ts'
import { type Connection, watched } from './watched.ts'

/** What one click may ask for beside the options. */
export type ConnectOverrides = Partial<ConnectParams> & Pick<ConnectOptions, 'presentation'>

// What a resumed session has in common with a click's.
const shared: SharedWithClick = {
  receiveAnswer,
  createAge,
  listenOnChannel,
  isConnectMessage,
  refuse,
}

// Shared by all connections of the page.
let startedSessions: StartedSessions | undefined

/** A connection to be made: its session, and what can be done about it. */
export type Connect<T = unknown> = {
  /** Where the session stands. The same object until it changes. */
  getSession(): Session<T>
  /**
   * Calls `listener` after every change.
   *
   * @returns a function that ends that
   */
  subscribe(listener: () => void): () => void
  /**
   * Opens the popup. Call it in a click, with no `await` before it. While a popup can be seen, it
   * focuses that one instead. Resolves when the session ends, whichever way, and never rejects.
   *
   * @throws {TypeError} at once, for options that cannot work
   */
  open(overrides?: ConnectOverrides): Promise<Settled<T>>
  /**
   * Requests what the next click needs: the part of this package that comes late and, with `backend`
   * or `session`, a session that the server starts. Call it as a click comes near: all connections of
   * the page that ask for the same share that session, and it is fetched once.
   */
  prepare(): void
  /** Brings the popup to the front, if it can be seen. */
  focus(): void
  /** Ends the session: `cancelled: aborted`. An ended session stays as it is. */
  cancel(): void
  /**
   * After a failed exchange, sends the same grant again while its code is good; otherwise opens
   * anew. Call it in a click.
   */
  retry(): Promise<Settled<T>>
  /** Back to `idle` after an ending. A session that runs goes on. */
  reset(): void
}

/**
 * Makes a connection that a click can open. Costs nothing until then: there is no listener, timer
 * or channel before `open()`, nor after the ending.
 *
 * @param source the options, or a function that gives those of the moment
 * @returns the connection: its session, and what can be done about it
 * @throws {TypeError} for options that cannot work
 *
 * @example
 * const connect = createConnect({
 *   clientId: 'your-client-id',
 *   redirectUri: `${location.origin}/smartcar-redirect.html`,
 *   exchange: '/api/smartcar/exchange',
 * })
 * button.onclick = () => connect.open()
 */
export function createConnect<T = unknown>(
  source: ConnectOptions<T> | (() => ConnectOptions<T>),
): Connect<T> {
  const store = createStore<Session<T>>({ status: 'idle' })
  const connection: Connection<T> = { read, notify, adopt }
  let running: RunningSession | undefined
  // The newest click that waits for a session of the server's.
  let waitingClick: EndpointOptions<T> | undefined
  // Made when somebody first waits for it.
  let ending: Promise<Settled<T>> | undefined
  let settle: ((settled: Settled<T>) => void) | undefined
  // A mistake shows at once, not at the first click.
  checkOptions(read())

  function read(overrides?: ConnectOverrides) {
    const options = typeof source === 'function' ? source() : source
    return withEndpoints({ ...options, ...overrides } as ConnectOptions<T>)
  }

  function open(overrides?: ConnectOverrides) {
    const { status } = store.get()
    if (status === 'exchanging' || (status === 'waiting' && running?.focus())) return nextEnding()
    const options = read(overrides)
    // With a session of the server's no address is made here, but the server would refuse them.
    refuseUnpostable(options)
    const started = startedSessions?.use(options)
    return options.session && !started ? openWhenStarted(options) : start(options, started)
  }

  function start(options: EndpointOptions<T>, started?: StartedSession) {
    let session: ReturnType<typeof createSession>
    try {
      session = createSession(options, connection, started)
    } catch (mistake) {
      if (!isUnset(mistake, options)) throw mistake
      const promise = nextEnding()
      fail('popup_unsupported', { cause: mistake })
      return promise
    }
    running?.stop()
    running = session
    supersede()
    const promise = nextEnding()
    session.open()
    // No window has opened, so the session is as good as before.
    if (started && store.get().status === 'failed') startedSessions?.giveBack(options, started)
    return promise
  }

  function openWhenStarted(options: EndpointOptions<T>) {
    waitingClick = options
    supersede()
    const promise = nextEnding()
    notify({ status: 'preparing' })
    const isWaiting = () => waitingClick === options
    let outcome: Outcome<[options: EndpointOptions<T>, session: StartedSession]> | undefined
    // Whether nothing is left to do.
    function attempt() {
      if (!isWaiting()) return true
      if (outcome?.ok) void start(...outcome.data)
      else if (outcome) fail(outcome.code, outcome.details)
      return !!outcome
    }
    const attemptIfOver = afterClick(attempt)
    void loadStartedSessions()
      .then(
        sessions => sessions.fetchForClick(options, read, isWaiting),
        (cause): Failure => ({ ok: false, code: 'not_loaded', details: { cause } }),
      )
      .then(result => {
        outcome = result
        // A window waits for the next moment after the click, unless they are over.
        if (result.ok) attemptIfOver()
        else attempt()
      })
    return promise
  }

  function fail(code: ConnectErrorCode, details?: ConnectErrorDetails) {
    notify({ status: 'failed', error: errorOf(code, details) })
  }

  // A click takes the place of the one before it.
  function supersede() {
    const { status } = store.get()
    if (status !== 'waiting' && status !== 'redirecting') return
    conclude({ status: 'cancelled', reason: 'superseded' })
    if (status === 'redirecting') notify({ status: 'idle' })
  }

  function notify(next: Session<T>) {
    const before = store.get()
    if (!canFollow(before, next)) return
    // A click that waits for a session shares the ending of an exchange that began meanwhile.
    if (next.status !== 'preparing') waitingClick = undefined
    if (isSettled(next)) conclude(next)
    // The person stayed on the page after all, or came back to it.
    else if (before.status === 'redirecting') {
      conclude({ status: 'cancelled', reason: 'returned_to_app' })
    }
    store.set(next)
    if (next.status === 'failed') tellDeveloper(next.error, read)
    callApp(() => read().onEvent?.(next))
    callApp(() => {
      const { onSuccess, onCancel, onError } = read()
      if (next.status === 'connected') return onSuccess?.(next.data, next.grant)
      if (next.status === 'cancelled') return onCancel?.(next.reason)
      if (next.status === 'failed') return onError?.(next.error)
    })
  }

  // After `popup_closed` a late answer may bring another ending, which has a promise of its own. One who
  // tries again is told the ending of before where the app stops it before anything was sent.
  function conclude(settled: Settled<T>) {
    settle?.(settled)
    ending = undefined
  }

  function nextEnding() {
    ending ??= new Promise(resolve => {
      settle = resolve
    })
    return ending
  }

  function subscribe(listener: () => void) {
    const stop = store.subscribe(listener)
    watched.add(connection)
    if (!running && hasLeftovers()) {
      loadLate()
        .then(late => late.resumeSession(watched, shared))
        .catch(reportError)
    }
    return () => {
      stop()
      if (!store.isWatched()) watched.delete(connection)
    }
  }

  function adopt(session: RunningSession) {
    // Nobody would see a session that goes on after its component was removed.
    if (running || !store.isWatched()) return false
    running = session
    // A reloaded page cannot see its popup.
    notify({ status: 'waiting', popup: 'lost' })
    return true
  }

  return {
    getSession: store.get,
    subscribe,
    prepare() {
      const options = read()
      // If this fails, the click tries again and tells.
      if (!options.session) loadLate().catch(() => {})
      // At once, before the click can use up what is at hand.
      else if (startedSessions) void startedSessions.fetch(options)
      else
        loadStartedSessions().then(
          sessions => sessions.fetch(options),
          () => {},
        )
    },
    open,
    focus: () => running?.focus(),
    cancel() {
      running?.stop()
      const session = store.get()
      if (isSettled(session)) conclude(session)
      else notify({ status: 'cancelled', reason: 'aborted' })
    },
    retry() {
      const promise = nextEnding()
      return store.get().status === 'failed' && running?.retry() ? promise : open()
    },
    reset() {
      const session = store.get()
      if (isSettled(session)) {
        running?.stop()
        conclude(session)
      }
      notify({ status: 'idle' })
    },
  }
}

async function loadStartedSessions(): Promise<StartedSessions> {
  const { createStartedSessions } = await loadLateInTime()
  startedSessions ??= createStartedSessions()
  return startedSessions
}

// Whether this tab holds the record of a session, or an answer in the address of this page.
function hasLeftovers(): boolean {
  try {
    const key = 'smartcar-connect' satisfies typeof recordKey
    return location.search.includes('state=') || key in sessionStorage
  } catch {
    // Storage is forbidden here.
    return false
  }
}
