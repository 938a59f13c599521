// Watches a session: for components that show it and do not own the connection.

import { useSyncExternalStore } from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { serverSnapshot } from './server-snapshot.ts'

/** The session of a `Connect` as it changes; a session that is given is returned as it is. */
export function useSession<T>(source: Connect<T> | Session<T>): Session<T> {
  const isConnect = 'getSession' in source
  const getSession = isConnect ? source.getSession : () => source
  return useSyncExternalStore<Session<T>>(
    isConnect ? source.subscribe : watchNothing,
    getSession,
    isConnect ? serverSnapshot : getSession,
  )
}

// Always the same function, so that React does not subscribe again on each render.
function watchNothing(): () => void {
  return () => {}
}
