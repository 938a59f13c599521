// Watches a session: for components that show it and do not own the connection.

import { useSyncExternalStore } from 'react'
import type { Connect, Session } from 'smartcar-connect'

const idle = { status: 'idle' } as const

/**
 * The session of a `Connect` as it changes; a session that is given is returned as it is. On a
 * server, and until a part of the page is hydrated, the session of a `Connect` is idle: the server
 * has written the page so, while the person may have clicked in another part already.
 *
 * @see https://react.dev/reference/react/useSyncExternalStore#adding-support-for-server-rendering
 */
export function useSession<T>(source: Connect<T> | Session<T>): Session<T> {
  const isConnect = 'getSession' in source
  const getSession = isConnect ? source.getSession : () => source
  return useSyncExternalStore<Session<T>>(
    isConnect ? source.subscribe : watchNothing,
    getSession,
    isConnect ? () => idle : getSession,
  )
}

// Always the same function, so that React does not subscribe again on each render.
function watchNothing(): () => void {
  return () => {}
}
