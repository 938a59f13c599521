// Everything that a database keeps for this package.
import type { ConnectionStore } from './connection-store.ts'
import type { ExchangeStore } from './exchange-store.ts'
import type { FlowStore } from './flow-store.ts'

/** A database store: exchanges, flows and connections in one place. */
export type Store = ExchangeStore &
  FlowStore &
  ConnectionStore & {
    /** Ends the store's own resources; a pool that was handed in stays open. */
    close(): Promise<void>
  }
