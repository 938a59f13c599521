// A store in memory: for tests, and for one process that may forget everything on restart.

import type { ExchangeStore } from './exchange-store.ts'
import { createMemoryExchanges } from './memory-exchanges.ts'
import { createMemoryStartedSessions } from './memory-started-sessions.ts'
import type { StartedSessionStore } from './started-session-store.ts'

/** Options of {@link createMemoryStore}. */
export type MemoryStoreOptions = {
  /**
   * The most exchanges remembered at once. A full store refuses new ones instead of forgetting old
   * codes.
   * @default 10_000
   */
  maxExchanges?: number
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}

/**
 * Creates a store of exchanges and started sessions that lives as long as the process.
 *
 * Use it in tests and while developing. Two processes do not see each other's entries, a restart
 * forgets everything, and it keeps no tokens: use SQLite or PostgreSQL in production.
 */
export function createMemoryStore(
  options: MemoryStoreOptions = {},
): ExchangeStore & StartedSessionStore {
  const { maxExchanges = 10_000, now = Date.now } = options
  const exchanges = createMemoryExchanges(maxExchanges, now)
  return { ...exchanges, ...createMemoryStartedSessions(exchanges, now) }
}
