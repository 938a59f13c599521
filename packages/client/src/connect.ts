// Connects a car: one session at a time, and the app's callbacks.

import { callApp } from './call-app.ts'
import { createSession, receiveAnswer } from './create-session.ts'
import { errorOf, type Failure } from './errors.ts'
import { loadLate } from './load-late.ts'
import { refuse } from './messages/refuse.ts'
import { type ConnectOptions, planConnect } from './options/connect-options.ts'
import type { ConnectParams } from './options/connect-url.ts'
import { listenOnChannel } from './popup/listen.ts'
import { isConnectMessage } from './popup/message.ts'
import type { recordKey } from './resume/session-record.ts'
import type { RunningSession } from './running-session.ts'
import type { StartedSession } from './server-session/fetch-started-session.ts'
import type { StartedSessions } from './server-session/started-sessions.ts'
import { isSettled, nextSession, type Session, type Settled } from './session.ts'
import { createStore } from './store.ts'

/** What one click may ask for beside the options. */
export type ConnectOverrides = Partial<ConnectParams> & Pick<ConnectOptions, 'presentation'>

/** A connection to be made: its session, and what can be done about it. */
export type Connect<T = unknown> = {
  /** Where the session stands. The same object until it changes. */
  getSession(): Session<T>
  /** Calls `listener` after every change. Returns a function that ends that. */
  subscribe(listener: () => void): () => void
  /**
   * Opens the popup. Call it in a click, with no `await` before it. While a popup can be seen, it
   * focuses that one instead. Resolves when the session ends, whichever way, and never rejects.
   *
   * @throws {TypeError} at once, for options that cannot work
   */
  open(overrides?: ConnectOverrides): Promise<Settled<T>>
  /**
   * With `session`: fetches what the next click needs, unless it is at hand. Call it as a click
   * comes near. Without `session` it does nothing.
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
  const read = typeof source === 'function' ? source : () => source
  const store = createStore<Session<T>>({ status: 'idle' })
  let running: RunningSession | undefined
  let startedSessions: StartedSessions | undefined
  // The newest click that waits for a session of the server's.
  let waitingClick: ConnectOptions<T> | undefined
  let settle: (settled: Settled<T>) => void = () => {}
  let ending = expectEnding()
  // A mistake shows at once, not at the first click.
  if (!read().session) planConnect(read(), '')

  function open(overrides?: ConnectOverrides) {
    const { status } = store.get()
    if (status === 'exchanging' || (status === 'waiting' && running?.focus())) return ending
    const options = { ...read(), ...overrides }
    const started = startedSessions?.use(options)
    return options.session && !started ? openWhenStarted(options) : start(options, started)
  }

  function start(options: ConnectOptions<T>, started?: StartedSession) {
    const session = createSession(options, advance, started)
    waitingClick = undefined
    running?.stop()
    running = session
    if (store.get().status === 'waiting') conclude({ status: 'cancelled', reason: 'superseded' })
    const promise = ending
    session.open()
    return promise
  }

  // Browsers keep a click's permission to open a window for a few seconds, so it may open after the
  // fetch.
  function openWhenStarted(options: ConnectOptions<T>) {
    waitingClick = options
    void fetchStarted(options).then(failure => {
      if (waitingClick !== options) return
      if (failure)
        return advance({ status: 'failed', error: errorOf(failure.code, failure.details) })
      const started = startedSessions?.use(options)
      if (started) void start(options, started)
    })
    return ending
  }

  async function fetchStarted(options: ConnectOptions<T>): Promise<Failure | undefined> {
    if (!startedSessions) {
      const late = await loadLate().catch(() => undefined)
      if (!late) return { ok: false, code: 'network_error' }
      startedSessions ??= late.createStartedSessions()
    }
    return startedSessions.fetch(options)
  }

  function advance(next: Session<T>) {
    if (nextSession(store.get(), next) !== next) return
    // A click that waits for a session shares the ending of an exchange that began meanwhile.
    if (next.status === 'exchanging') waitingClick = undefined
    if (isSettled(next)) conclude(next)
    store.set(next)
    const { onEvent, onSuccess, onCancel, onError } = read()
    callApp(() => onEvent?.(next))
    callApp(() => {
      if (next.status === 'connected') onSuccess?.(next.data, next.grant)
      if (next.status === 'cancelled') onCancel?.(next.reason)
      if (next.status === 'failed') onError?.(next.error)
    })
  }

  // After `popup_closed` a late answer may bring another ending, so a new promise is made ready.
  function conclude(settled: Settled<T>) {
    settle(settled)
    ending = expectEnding()
  }

  function expectEnding() {
    return new Promise<Settled<T>>(resolve => {
      settle = resolve
    })
  }

  function subscribe(listener: () => void) {
    const stop = store.subscribe(listener)
    if (!running && hasLeftovers()) {
      loadLate().then(resume).catch(reportError)
    }
    return stop
  }

  function resume({ resumeSession }: typeof import('./late.ts')) {
    // Nobody would see a session that goes on after its component was removed.
    if (running || !store.isWatched()) return
    const options = read()
    const receive = (url: URL, age: () => number) => receiveAnswer(options, url, advance, age)
    running = resumeSession(options, { receive, listenOnChannel, isConnectMessage, refuse })
    // A reloaded page cannot see its popup.
    if (running) advance({ status: 'waiting', popup: 'lost' })
  }

  return {
    getSession: store.get,
    subscribe,
    prepare() {
      const options = read()
      // If this fails, the click tries again and tells.
      if (options.session) void fetchStarted(options)
    },
    open,
    focus: () => running?.focus(),
    cancel() {
      running?.stop()
      const aborted = { status: 'cancelled', reason: 'aborted' } as const
      if (waitingClick) conclude(aborted)
      waitingClick = undefined
      if (!isSettled(store.get())) advance(aborted)
    },
    retry() {
      const promise = ending
      return store.get().status === 'failed' && running?.retry() ? promise : open()
    },
    reset() {
      if (isSettled(store.get())) running?.stop()
      advance({ status: 'idle' })
    },
  }
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
