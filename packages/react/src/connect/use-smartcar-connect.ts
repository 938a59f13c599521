'use client'
// The headless hook: one connection, its session, and the props of a button that opens it.

import { useSyncExternalStore } from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { buttonProps, type ConnectButtonAttributes } from './button-props.ts'
import { serverSnapshot } from './server-snapshot.ts'
import { type ConnectSource, useConnect } from './use-connect.ts'

/**
 * The session's fields, `buttonProps`, and all of a `Connect`: a `ConnectButton` or a `ConnectIntro`
 * takes it as its `connect`.
 */
export type UseSmartcarConnect<T = unknown> = Session<T> &
  Connect<T> & {
    /** Spread them on a native button of your own. */
    buttonProps: ConnectButtonAttributes
  }

/**
 * Connects a car from a custom UI.
 *
 * Options are read when they are used, so inline functions and fresh objects cost nothing. A
 * session that the hook owns is cancelled on unmount; a `Connect` made outside lives on.
 *
 * @param source options, added to those of the provider above; or a `Connect`
 * @returns the session's fields, the actions, and `buttonProps` to spread on a button
 * @throws {TypeError} without any options, and for options that cannot work
 *
 * @example
 * const connect = useSmartcarConnect<Car[]>({ clientId, redirectUri, exchange: '/api/smartcar/exchange' })
 * return <button {...connect.buttonProps}>{connect.status === 'waiting' ? 'Waiting…' : 'Connect'}</button>
 */
export function useSmartcarConnect<T = unknown>(
  source: ConnectSource<T> = {},
): UseSmartcarConnect<T> {
  const connect = useConnect(source)
  const session = useSyncExternalStore<Session<T>>(
    connect.subscribe,
    connect.getSession,
    serverSnapshot,
  )
  return { ...session, ...connect, buttonProps: buttonProps(connect, session.status) }
}
