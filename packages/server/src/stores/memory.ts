// A store in memory: for tests, and for one process that may forget everything on restart.

import { isProduction } from '../options/is-production.ts'
import { optionError } from '../options/option-error.ts'
import type { ExchangeStore } from './exchange-store.ts'
import { createMemoryExchanges } from './memory-exchanges.ts'
import { createMemoryStartedSessions } from './memory-started-sessions.ts'
import { createMemoryVehicles } from './memory-vehicles.ts'
import { createMemoryWebhookEvents } from './memory-webhook-events.ts'
import type { StartedSessionStore } from './started-session-store.ts'
import type { VehicleStore } from './vehicle-store.ts'
import type { WebhookEventStore } from './webhook-event-store.ts'

/** Options of {@link createMemoryStore}. */
export type MemoryStoreOptions = {
  /**
   * The most exchanges remembered at once, beside those under way. A full store forgets grants that
   * the provider refused, those of the noisiest `limitKey` first. When there are none it refuses new
   * exchanges, because it never forgets a spent code early.
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
 * forgets everything, and it keeps no tokens: use SQLite or PostgreSQL in production. With
 * `NODE_ENV=production` it can be created, for builds, but not used: `check` throws a `TypeError`,
 * and so do the methods that write.
 *
 * @returns the store; with `check`, which judges where it runs
 */
export function createMemoryStore(
  options: MemoryStoreOptions = {},
): ExchangeStore & StartedSessionStore & VehicleStore & WebhookEventStore & { check(): void } {
  const { maxExchanges = 10_000, now = Date.now } = options
  const exchanges = createMemoryExchanges(maxExchanges, now)
  const sessions = createMemoryStartedSessions(exchanges, now)
  const vehicles = createMemoryVehicles(now)
  const events = createMemoryWebhookEvents(now)
  return {
    ...exchanges,
    ...sessions,
    ...vehicles,
    ...events,
    async claimExchange(claim) {
      refuseProduction()
      return exchanges.claimExchange(claim)
    },
    async saveStartedSession(session, limits) {
      refuseProduction()
      return sessions.saveStartedSession(session, limits)
    },
    async saveVehicle(vehicle) {
      refuseProduction()
      return vehicles.saveVehicle(vehicle)
    },
    async claimEvent(eventId, leaseMs, keepMs) {
      refuseProduction()
      return events.claimEvent(eventId, leaseMs, keepMs)
    },
    check: refuseProduction,
  }
}

function refuseProduction(): void {
  if (!isProduction()) return
  throw optionError(
    'store',
    'The store in memory is used while NODE_ENV is production, so a restart or a second process would forget which codes were sent. Give store: createSqliteStore or createPostgresStore.',
  )
}
