// Watches a session: for components that show it and do not own the connection.

import { useSyncExternalStore } from 'react'
import type { Connect, Session } from 'smartcar-connect'

/** The session of a `Connect` as it changes; a session that is given is returned as it is. */
export function useSession<T>(source: Connect<T> | Session<T>): Session<T> {
  const { subscribe, getSession } =
    'getSession' in source ? source : { subscribe: watchNothing, getSession: () => source }
  return useSyncExternalStore(subscribe, getSession, getSession)
}

// Always the same function, so that React does not subscribe again on each render.
function watchNothing(): () => void {
  return () => {}
}
