// The events of webhooks in a database.

import { randomToken } from '../crypto/random-token.ts'
import { createBatches } from './batches.ts'
import { latestLeaseEnd } from './lease-time.ts'
import type { Row, SqlQuery } from './sql-query.ts'
import type { WebhookEventStore } from './webhook-event-store.ts'

type NewEvent = { eventId: string; lease: string; leaseEndsMs: number; expiresMs: number }
type HeldEvent = Pick<NewEvent, 'eventId' | 'lease'>

const forgottenAtOnce = 1000
// Not with every event: the clock of the retries is minutes, and writes are what intake costs.
const forgetEveryMs = 60_000

/**
 * Creates the store for the events of all processes that share a database. Each statement is atomic
 * by itself. Deliveries that come at the same time share statements, and so their waits for the disk.
 *
 * No two processes wait for each other's rows: a statement for many events either adds rows, in one order
 * everywhere, or changes rows that are this process's own.
 *
 * @param quick runs a statement that ends with what it returns, and does not wait for the disk.
 */
export function createSqlWebhookEvents(
  query: SqlQuery,
  quick: SqlQuery,
  now: () => number,
): WebhookEventStore {
  let forgottenMs = Number.NEGATIVE_INFINITY

  async function forgetOld(nowMs: number): Promise<void> {
    if (Math.abs(nowMs - forgottenMs) < forgetEveryMs) return
    forgottenMs = nowMs
    await query(
      `DELETE FROM smartcar_webhook_events WHERE event_id IN (
         SELECT event_id FROM smartcar_webhook_events WHERE expires_ms <= $1 LIMIT $2)`,
      [nowMs, forgottenAtOnce],
    )
  }

  /** Claims the events that are new. A claim that is lost with the power is one that nobody works on. */
  const claimNew = createBatches<NewEvent, boolean>(async events => {
    const sorted = events.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1))
    const rows = await quick(
      `INSERT INTO smartcar_webhook_events (event_id, lease, lease_ends_ms, is_done, expires_ms)
       VALUES ${sorted.map((_, index) => `(${places(index, 4, '$1, $2, $3, 0, $4')})`).join(', ')}
       ON CONFLICT DO NOTHING RETURNING lease`,
      sorted.flatMap(({ eventId, lease, leaseEndsMs, expiresMs }) => [
        eventId,
        lease,
        leaseEndsMs,
        expiresMs,
      ]),
    )
    return haveLeases(events, rows)
  })

  const finish = createBatches<HeldEvent, boolean>(async events => {
    const isOne = events.map((_, index) => `(${places(index, 2, 'event_id = $1 AND lease = $2')})`)
    const rows = await query(
      `UPDATE smartcar_webhook_events SET is_done = 1
       WHERE is_done = 0 AND (${isOne.join(' OR ')}) RETURNING lease`,
      events.flatMap(({ eventId, lease }) => [eventId, lease]),
    )
    return haveLeases(events, rows)
  })

  return {
    async claimEvent(eventId, leaseMs, keepMs) {
      const nowMs = now()
      const leaseEndsMs = nowMs + leaseMs
      const expiresMs = nowMs + keepMs
      const lease = randomToken()
      await forgetOld(nowMs)
      if (await claimNew({ eventId, lease, leaseEndsMs, expiresMs })) {
        return { status: 'claimed', lease }
      }
      // A copy of an event whose lease is over, or that was to be forgotten.
      const [claimed] = await quick(
        `INSERT INTO smartcar_webhook_events (event_id, lease, lease_ends_ms, is_done, expires_ms)
         VALUES ($1, $2, $3, 0, $4)
         ON CONFLICT (event_id) DO UPDATE SET
           lease = excluded.lease, lease_ends_ms = excluded.lease_ends_ms, is_done = 0,
           expires_ms = excluded.expires_ms
         WHERE smartcar_webhook_events.expires_ms <= $5
           OR (smartcar_webhook_events.is_done = 0
             AND (smartcar_webhook_events.lease_ends_ms <= $5
               OR smartcar_webhook_events.lease_ends_ms > $6))
         RETURNING lease`,
        [eventId, lease, leaseEndsMs, expiresMs, nowMs, latestLeaseEnd(nowMs, leaseMs)],
      )
      if (claimed !== undefined) return { status: 'claimed', lease }
      const [known] = await query(
        'SELECT is_done FROM smartcar_webhook_events WHERE event_id = $1',
        [eventId],
      )
      return { status: Number(known?.is_done) === 1 ? 'done' : 'pending' }
    },
    finishEvent: (eventId, lease) => finish({ eventId, lease }),
    async releaseEvent(eventId, lease) {
      await query(
        `UPDATE smartcar_webhook_events SET lease_ends_ms = 0
         WHERE event_id = $1 AND lease = $2 AND is_done = 0`,
        [eventId, lease],
      )
    },
  }
}

/** Numbers the places of one event in a statement for many. */
function places(index: number, perEvent: number, sql: string): string {
  return sql.replace(/\$(\d)/g, (_, place) => `$${index * perEvent + Number(place)}`)
}

/** Whose leases a statement returned; nobody else has the same. */
function haveLeases(events: readonly HeldEvent[], rows: readonly Row[]): boolean[] {
  const leases = new Set(rows.map(({ lease }) => lease))
  return events.map(({ lease }) => leases.has(lease))
}
