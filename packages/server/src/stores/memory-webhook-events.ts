// The events of webhooks in memory.

import { randomToken } from '../crypto/random-token.ts'
import { isLeaseHeld } from './lease-time.ts'
import type { WebhookEventStore } from './webhook-event-store.ts'

type KnownEvent = { lease: string; leaseEndsMs: number; isDone: boolean; expiresMs: number }

/** Creates the store for the events of one process; see `createMemoryStore`. */
export function createMemoryWebhookEvents(now: () => number): WebhookEventStore {
  const events = new Map<string, KnownEvent>()

  /** The newest are at the end, so the first that is to be kept ends the search. */
  function forgetOld(nowMs: number): void {
    for (const [eventId, { expiresMs }] of events) {
      if (expiresMs > nowMs) return
      events.delete(eventId)
    }
  }

  function held(eventId: string, lease: string): KnownEvent | undefined {
    const known = events.get(eventId)
    return known !== undefined && known.lease === lease && !known.isDone ? known : undefined
  }

  return {
    async claimEvent(eventId, leaseMs, keepMs) {
      const nowMs = now()
      forgetOld(nowMs)
      const known = events.get(eventId)
      if (known !== undefined && known.expiresMs > nowMs) {
        if (known.isDone) return { status: 'done' }
        if (isLeaseHeld(known.leaseEndsMs, leaseMs, nowMs)) return { status: 'pending' }
      }
      const lease = randomToken()
      events.delete(eventId)
      events.set(eventId, {
        lease,
        leaseEndsMs: nowMs + leaseMs,
        isDone: false,
        expiresMs: nowMs + keepMs,
      })
      return { status: 'claimed', lease }
    },
    async finishEvent(eventId, lease) {
      const known = held(eventId, lease)
      if (known === undefined) return false
      known.isDone = true
      return true
    },
    async releaseEvent(eventId, lease) {
      const known = held(eventId, lease)
      if (known !== undefined) known.leaseEndsMs = 0
    },
  }
}
