// A `Connect` in any state, for tests and stories of your own.

import type { Connect, Session, Settled } from 'smartcar-connect'

/** A `Connect` that opens nothing: its session is whatever you set. */
export type FakeConnect<T = unknown> = Connect<T> & {
  /** Replaces the session and tells every subscriber. */
  set(session: Session<T>): void
  /** The actions called so far, in order. */
  readonly calls: readonly ('open' | 'focus' | 'cancel' | 'retry' | 'reset')[]
}

/**
 * Makes a `Connect` with the given session, to be passed where a real one would go. `open` and
 * `retry` set the session to `waiting` and resolve at the next ending that you `set`.
 *
 * @param session what the session is at first
 *
 * @example
 * const connect = createFakeConnect({ status: 'waiting', popup: 'lost' })
 * render(<ConnectButton connect={connect} />)
 */
export function createFakeConnect<T = unknown>(
  session: Session<T> = { status: 'idle' },
): FakeConnect<T> {
  const listeners = new Set<() => void>()
  const calls: FakeConnect['calls'][number][] = []

  function set(next: Session<T>) {
    session = next
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function nextEnding() {
    return new Promise<Settled<T>>(resolve => {
      const stop = subscribe(() => {
        if (['idle', 'waiting', 'exchanging'].includes(session.status)) return
        stop()
        resolve(session as Settled<T>)
      })
    })
  }

  return {
    getSession: () => session,
    subscribe,
    set,
    calls,
    prepare: () => {},
    open() {
      calls.push('open')
      set({ status: 'waiting', popup: 'open' })
      return nextEnding()
    },
    focus: () => void calls.push('focus'),
    cancel() {
      calls.push('cancel')
      set({ status: 'cancelled', reason: 'aborted' })
    },
    retry() {
      calls.push('retry')
      set({ status: 'waiting', popup: 'open' })
      return nextEnding()
    },
    reset() {
      calls.push('reset')
      set({ status: 'idle' })
    },
  }
}
