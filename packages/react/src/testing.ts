// A `Connect` in any state, for tests and stories of your own.

import type { Connect, ConnectOptions, createConnect, Session, Settled } from 'smartcar-connect'

/** The callbacks of a connection. */
export type FakeConnectCallbacks<T = unknown> = Pick<
  ConnectOptions<T>,
  'onEvent' | 'onSuccess' | 'onCancel' | 'onError'
>

/** A `Connect` that opens nothing: its session is whatever you set. */
export type FakeConnect<T = unknown> = Connect<T> & {
  /** Replaces the session, tells every subscriber, and then calls the callbacks. */
  set(session: Session<T>): void
  /** The actions called so far, in order. */
  readonly calls: readonly ('open' | 'focus' | 'cancel' | 'retry' | 'reset')[]
  /**
   * Stands for the real `createConnect` in components that make a connection of their own: it gives
   * them this one, which calls their callbacks. `SmartcarConnectProvider` hands it down.
   */
  readonly createConnect: typeof createConnect
}

/**
 * Makes a `Connect` with the given session, to be passed where a real one would go. `open` and
 * `retry` set the session to `waiting` and resolve at the next ending that you `set`. What cannot
 * happen changes nothing, as with a real one: an ended session is not cancelled, and a popup that
 * can be seen is not opened again.
 *
 * A component that makes its own connection gets the fake from a provider around it.
 *
 * @param session what the session is at first
 * @param callbacks called as a real connection calls them, after each change
 * @returns the fake, which has `set` and `calls` beside what a `Connect` has
 *
 * @example
 * const connect = createFakeConnect({ status: 'waiting', popup: 'lost' })
 * render(<ConnectButton connect={connect} />)
 *
 * @example
 * render(<SmartcarConnectProvider connect={connect}><Garage /></SmartcarConnectProvider>)
 */
export function createFakeConnect<T = unknown>(
  session: Session<T> = { status: 'idle' },
  callbacks: FakeConnectCallbacks<T> = {},
): FakeConnect<T> {
  const listeners = new Set<() => void>()
  const readers = new Set([() => callbacks])
  const calls: FakeConnect['calls'][number][] = []
  let ending = expectEnding()

  function set(next: Session<T>) {
    if (next === session) return
    session = next
    for (const listener of listeners) listener()
    if (isEnding(next)) conclude(next)
    // Last, so that a callback that throws leaves nothing half done.
    for (const read of [...readers]) tell(read(), next)
  }

  function conclude(settled: Settled<T>) {
    ending.settle(settled)
    ending = expectEnding()
  }

  function expectEnding() {
    let settle: (settled: Settled<T>) => void = () => {}
    const promise = new Promise<Settled<T>>(resolve => {
      settle = resolve
    })
    return { promise, settle: (settled: Settled<T>) => settle(settled) }
  }

  function subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function open() {
    const { status } = session
    if (status === 'exchanging' || (status === 'waiting' && session.popup === 'open')) {
      return ending.promise
    }
    if (status === 'waiting') conclude({ status: 'cancelled', reason: 'superseded' })
    const { promise } = ending
    set({ status: 'waiting', popup: 'open' })
    return promise
  }

  const connect: Connect<T> = {
    getSession: () => session,
    subscribe,
    prepare: () => {},
    open() {
      calls.push('open')
      return open()
    },
    focus: () => void calls.push('focus'),
    cancel() {
      calls.push('cancel')
      if (session.status === 'idle' || isEnding(session)) return
      set({ status: 'cancelled', reason: 'aborted' })
    },
    retry() {
      calls.push('retry')
      return open()
    },
    reset() {
      calls.push('reset')
      if (isEnding(session) || session.status === 'redirecting') set({ status: 'idle' })
    },
  }

  function connectFor(source: ConnectOptions<T> | (() => ConnectOptions<T>)): Connect<T> {
    const read = typeof source === 'function' ? source : () => source
    return {
      ...connect,
      // A component that React has rendered and thrown away never subscribes.
      subscribe(listener) {
        readers.add(read)
        const stop = subscribe(listener)
        return () => {
          stop()
          readers.delete(read)
        }
      },
    }
  }

  return { ...connect, set, calls, createConnect: connectFor as typeof createConnect }
}

function tell<T>(callbacks: FakeConnectCallbacks<T>, session: Session<T>): void {
  callbacks.onEvent?.(session)
  if (session.status === 'connected') callbacks.onSuccess?.(session.data, session.grant)
  if (session.status === 'cancelled') callbacks.onCancel?.(session.reason)
  if (session.status === 'failed') callbacks.onError?.(session.error)
}

function isEnding<T>(session: Session<T>): session is Settled<T> {
  return ['connected', 'cancelled', 'failed'].includes(session.status)
}
