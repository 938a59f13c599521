// Everything that a database keeps for this package.

import type { ConnectionStore } from './connection-store.ts'
import type { ExchangeStore } from './exchange-store.ts'
import type { StartedSessionStore } from './started-session-store.ts'

/** A database store: exchanges, started sessions and connections in one place. */
export type Store = ExchangeStore &
  StartedSessionStore &
  ConnectionStore & {
    /** Ends the store's own resources. A pool that was passed to it stays open. */
    close(): Promise<void>
  }
