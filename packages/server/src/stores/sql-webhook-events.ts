// The events of webhooks in a database.

import { randomToken } from '../crypto/random-token.ts'
import { latestLeaseEnd } from './lease-time.ts'
import type { SqlQuery } from './sql-query.ts'
import type { WebhookEventStore } from './webhook-event-store.ts'

const forgottenAtOnce = 1000
// Not with every event: the clock of the retries is minutes, and writes are what intake costs.
const forgetEveryMs = 60_000

/**
 * Creates the store for the events of all processes that share a database. Each statement is atomic
 * by itself.
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

  return {
    async claimEvent(eventId, leaseMs, keepMs) {
      const nowMs = now()
      await forgetOld(nowMs)
      // An event that is new, whose lease is over, or that was to be forgotten.
      // A claim that is lost with the power is one that nobody works on any more.
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
        [
          eventId,
          randomToken(),
          nowMs + leaseMs,
          nowMs + keepMs,
          nowMs,
          latestLeaseEnd(nowMs, leaseMs),
        ],
      )
      if (claimed !== undefined) return { status: 'claimed', lease: String(claimed.lease) }
      const [known] = await query(
        'SELECT is_done FROM smartcar_webhook_events WHERE event_id = $1',
        [eventId],
      )
      return { status: Number(known?.is_done) === 1 ? 'done' : 'pending' }
    },
    async finishEvent(eventId, lease) {
      const rows = await query(
        `UPDATE smartcar_webhook_events SET is_done = 1
         WHERE event_id = $1 AND lease = $2 AND is_done = 0 RETURNING event_id`,
        [eventId, lease],
      )
      return rows.length === 1
    },
    async releaseEvent(eventId, lease) {
      await query(
        `UPDATE smartcar_webhook_events SET lease_ends_ms = 0
         WHERE event_id = $1 AND lease = $2 AND is_done = 0`,
        [eventId, lease],
      )
    },
  }
}
