// Everything that a database keeps for this package.

import type { ConnectionStore } from './connection-store.ts'
import type { ExchangeStore } from './exchange-store.ts'
import type { StartedSessionStore } from './started-session-store.ts'
import type { VehicleStore } from './vehicle-store.ts'
import type { WebhookEventStore } from './webhook-event-store.ts'

/** A database store: exchanges, started sessions and connections in one place. */
export type Store = ExchangeStore &
  StartedSessionStore &
  ConnectionStore &
  VehicleStore &
  WebhookEventStore & {
    /**
     * Opens the database, brings its tables up to date and reads from it, so that a deployment can
     * find out before the first person does.
     *
     * @throws what is wrong with the database.
     */
    check(): Promise<void>
    /** Ends the store's own resources. A pool that was passed to it stays open. */
    close(): Promise<void>
  }
