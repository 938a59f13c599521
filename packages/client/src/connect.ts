// Connects a car: one attempt at a time, its session, and the app's callbacks.

import { callApp } from './call-app.ts'
import { type ConnectOptions, planConnect } from './connect-options.ts'
import type { ConnectParams } from './connect-url.ts'
import { ConnectError } from './errors.ts'
import { type Attempt, createAttempt } from './open-session.ts'
import { recordKey } from './resume/record-key.ts'
import type { Prepared } from './server-session/fetch-started-session.ts'
import type { Ahead } from './server-session/started-sessions.ts'
import { isSettled, nextSession, type Session, type Settled } from './session.ts'
import { createStore } from './store.ts'

/** What one click may ask for beside the options. */
export type ConnectOverrides = Partial<ConnectParams> & Pick<ConnectOptions, 'presentation'>

/** A connection to be made: its session, and what can be done about it. */
export type Connect<T = unknown> = {
  getSession(): Session<T>
  /** Calls `listener` after every change; returns the end of that. */
  subscribe(listener: () => void): () => void
  /**
   * Opens the popup; call it in a click. While a popup can be seen, focuses that one instead.
   * Resolves when the session ends, whichever way, and never rejects.
   *
   * @throws {TypeError} at once, for options that cannot work
   */
  open(overrides?: ConnectOverrides): Promise<Settled<T>>
  /** With `session`: fetches what the next click needs, unless it is at hand. Call it as a click comes near. */
  prepare(): void
  /** Brings the popup to the front. */
  focus(): void
  /** Ends the attempt: `cancelled: aborted`. */
  cancel(): void
  /** After a failed exchange, sends the same grant again while its code lives; otherwise opens anew. */
  retry(): Promise<Settled<T>>
  /** Back to `idle` after an ending. */
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
  let attempt: Attempt | undefined
  // What the server makes for the next click.
  let ahead: Ahead | undefined
  // What the newest click is waiting for.
  let wanted: ConnectOptions<T> | undefined
  let settle: (settled: Settled<T>) => void = () => {}
  let ending = expectEnding()
  if (!read().session) planConnect(read(), '')

  function move(next: Session<T>) {
    if (nextSession(store.get(), next) !== next) return
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

  function expectEnding() {
    return new Promise<Settled<T>>(resolve => {
      settle = resolve
    })
  }

  // The next ending needs no click: after one, a late answer may still bring another.
  function conclude(settled: Settled<T>) {
    settle(settled)
    ending = expectEnding()
  }

  function open(overrides?: ConnectOverrides) {
    const { status } = store.get()
    if (status === 'exchanging' || (status === 'waiting' && attempt?.focus())) return ending
    const options = { ...read(), ...overrides }
    const prepared = ahead?.take(options)
    if (!options.session || prepared) return launch(options, prepared)
    // The click still counts as one for the few seconds that this takes.
    wanted = options
    lookAhead(options).then(
      () => {
        const prepared = wanted === options && ahead?.take(options)
        if (prepared) void launch(options, prepared)
      },
      error => {
        if (wanted !== options) return
        // What could not be loaded has no code.
        move({ status: 'failed', error: new ConnectError(error.code ?? 'network_error', error) })
      },
    )
    return ending
  }

  async function lookAhead(options: ConnectOptions<T>) {
    if (!ahead) {
      const { createAhead } = await import('./server-session/started-sessions.ts')
      ahead ??= createAhead()
    }
    await ahead.fetch(options)
  }

  function launch(options: ConnectOptions<T>, prepared?: Prepared) {
    const next = createAttempt(options, move, prepared)
    wanted = undefined
    attempt?.stop()
    attempt = next
    if (store.get().status === 'waiting') conclude({ status: 'cancelled', reason: 'superseded' })
    const promise = ending
    next.open()
    return promise
  }

  // A session may have outlived its page. Only who is watching can go on with it.
  function subscribe(listener: () => void) {
    const stop = store.subscribe(listener)
    if (!attempt && hasLeftovers()) {
      import('./resume/resume.ts')
        .then(({ resume }) => {
          if (!attempt && store.isWatched()) attempt = resume(read(), move)
        })
        .catch(reportError)
    }
    return stop
  }

  return {
    getSession: store.get,
    subscribe,
    prepare() {
      const options = read()
      // If this fails, the click tries again, and tells.
      if (options.session) lookAhead(options).catch(() => {})
    },
    open,
    focus: () => attempt?.focus(),
    cancel() {
      attempt?.stop()
      if (wanted) conclude({ status: 'cancelled', reason: 'aborted' })
      wanted = undefined
      if (!isSettled(store.get())) move({ status: 'cancelled', reason: 'aborted' })
    },
    retry() {
      const promise = ending
      return store.get().status === 'failed' && attempt?.retry() ? promise : open()
    },
    reset() {
      if (isSettled(store.get())) attempt?.stop()
      move({ status: 'idle' })
    },
  }
}

// A record of a session, or an answer in the very address of the app.
function hasLeftovers(): boolean {
  try {
    return /[?&]state=/.test(location.search) || recordKey in sessionStorage
  } catch {
    // Storage is forbidden here.
    return false
  }
}
