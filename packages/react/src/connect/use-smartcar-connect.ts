// The headless hook: one connection, its session, and the props of a button that opens it.

import * as React from 'react'
import { type MouseEvent, useEffect, useInsertionEffect, useRef, useSyncExternalStore } from 'react'
import { type Connect, type ConnectOptions, createConnect, type Session } from 'smartcar-connect'
import { useConnectDefaults } from './smartcar-connect-provider.tsx'

/** What makes any native button a connect button: spread it. */
export type ConnectButtonAttributes = {
  type: 'button'
  onClick: (event: MouseEvent<HTMLElement>) => void
  onFocus: () => void
  onPointerEnter: () => void
  'aria-busy': boolean
  'data-status': Session['status']
}

/** The session's fields, the actions of `Connect`, and `buttonProps`. */
export type UseSmartcarConnect<T = unknown> = Session<T> &
  Omit<Connect<T>, 'getSession' | 'subscribe'> & { buttonProps: ConnectButtonAttributes }

/** Options that add to those of the provider above, or a `Connect` made outside of React. */
export type ConnectSource<T = unknown> = Partial<ConnectOptions<T>> | Connect<T>

// Only an insertion effect stays while an `Activity` is hidden. Before there was that, React forgot
// such effects where it removed what was suspended, and the others end with the component.
const useLifetime = 'Activity' in React ? useInsertionEffect : useEffect

/**
 * Connects a car from a custom UI.
 *
 * Options are read when they are used, so inline functions and fresh objects cost nothing. A
 * session that the hook owns is cancelled on unmount; a `Connect` made outside lives on.
 *
 * @throws {TypeError} for options that cannot work
 *
 * @example
 * const connect = useSmartcarConnect<Car[]>({ clientId, redirectUri, exchange: '/api/smartcar/exchange' })
 * return <button {...connect.buttonProps}>{connect.status === 'waiting' ? 'Waiting…' : 'Connect'}</button>
 */
export function useSmartcarConnect<T = unknown>(
  source: ConnectSource<T> = {},
): UseSmartcarConnect<T> {
  const given = 'getSession' in source ? source : undefined
  // With a `Connect` these are not used; a hook cannot be called only sometimes.
  const options = { ...useConnectDefaults(), ...source } as ConnectOptions<T>
  const latest = useRef(options)
  const own = useRef<Connect<T>>(undefined)
  own.current ??= given ? undefined : createConnect<T>(() => latest.current)
  const connect = given ?? (own.current as Connect<T>)

  useEffect(() => {
    latest.current = options
  })
  // An edit of the component takes this away and brings it back at once, so the end of it is
  // believed a moment later.
  const mounts = useRef(0)
  useLifetime(() => {
    mounts.current += 1
    return () =>
      queueMicrotask(() => {
        mounts.current -= 1
        if (mounts.current) return
        // Nobody is left to be told.
        latest.current = {} as ConnectOptions<T>
        own.current?.cancel()
      })
  }, [])

  // The server's sessions are fetched ahead: now, and as the pointer or the focus comes near.
  useEffect(() => connect.prepare(), [connect])

  const { getSession, subscribe, ...actions } = connect
  const session = useSyncExternalStore(subscribe, getSession, getSession)
  return {
    ...session,
    ...actions,
    buttonProps: {
      type: 'button',
      onClick: ({ currentTarget }) =>
        void connect.open().then(() => {
          // The popup took the focus and nothing has taken it back.
          if (document.activeElement === document.body) currentTarget.focus()
        }),
      onFocus: connect.prepare,
      onPointerEnter: connect.prepare,
      'aria-busy': /waiting|exchanging/.test(session.status),
      'data-status': session.status,
    },
  }
}
