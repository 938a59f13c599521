// Connects a car: one attempt at a time, its session, and the app's callbacks.

import { type Attempt, createAttempt } from './attempt.ts'
import { type ConnectOptions, planConnect } from './connect-options.ts'
import type { ConnectParams } from './connect-params.ts'
import { isSettled, nextSession, type Session, type SessionEvent, type Settled } from './session.ts'
import { createStateToken } from './state-token.ts'
import { createStore } from './store.ts'

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
  open(overrides?: Partial<ConnectParams>): Promise<Settled<T>>
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
  let ending: Promise<Settled<T>>
  let settle: (settled: Settled<T>) => void = () => {}
  planConnect(read(), '')

  function dispatch(event: SessionEvent<T>) {
    const session = nextSession(store.get(), event)
    if (session === store.get()) return
    if (isSettled(session)) settle(session)
    store.set(session)
    const { onEvent, onSuccess, onCancel, onError } = read()
    call(() => onEvent?.(event))
    if (session.status === 'connected') call(() => onSuccess?.(session.data, session.grant))
    if (session.status === 'cancelled') call(() => onCancel?.(session.reason))
    if (session.status === 'failed') call(() => onError?.(session.error))
  }

  function expectEnding() {
    ending = new Promise(resolve => {
      settle = resolve
    })
    return ending
  }

  function open(overrides?: Partial<ConnectParams>) {
    const { status } = store.get()
    if (status === 'exchanging' || (status === 'waiting' && attempt?.isVisible())) {
      attempt?.focus()
      return ending
    }
    const token = createStateToken()
    const plan = planConnect({ ...read(), ...overrides }, token)
    attempt?.stop()
    settle({ status: 'cancelled', reason: 'superseded' })
    const promise = expectEnding()
    attempt = createAttempt(plan, token, dispatch)
    attempt.open()
    return promise
  }

  return {
    getSession: store.get,
    subscribe: store.subscribe,
    open,
    focus: () => attempt?.focus(),
    cancel() {
      attempt?.stop()
      dispatch({ type: 'cancelled', reason: 'aborted' })
    },
    retry() {
      if (store.get().status === 'failed') {
        const promise = expectEnding()
        if (attempt?.retry()) return promise
      }
      return open()
    },
    reset() {
      if (isSettled(store.get())) attempt?.stop()
      dispatch({ type: 'reset' })
    },
  }
}

// An app's callback must not be able to break the session.
function call(callback: () => void) {
  try {
    callback()
  } catch (error) {
    reportError(error)
  }
}
