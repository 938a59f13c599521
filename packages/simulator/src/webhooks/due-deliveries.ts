// Decides which of the waiting deliveries start now, and when to look again.

import type { PendingDelivery } from '../memory/webhook.ts'

/** How many deliveries run at once. */
export const deliveriesAtOnce = 8

/**
 * The keys of the deliveries that start now, in order. Those of one vehicle to one webhook go one
 * after the other, so that a receiver sees them in order where nothing fails. One that waits for its
 * next attempt holds nobody up.
 *
 * @param running the keys of what runs already
 */
export function startingNow(
  pending: ReadonlyMap<string, PendingDelivery>,
  running: ReadonlyMap<string, unknown>,
  nowMs: number,
): readonly string[] {
  const busy = new Set<string>()
  for (const key of running.keys()) {
    const other = pending.get(key)
    if (other !== undefined) busy.add(laneOf(other))
  }
  const starting: string[] = []
  for (const [key, delivery] of pending) {
    if (running.size + starting.length >= deliveriesAtOnce) break
    const lane = laneOf(delivery)
    if (delivery.dueAtMs > nowMs || running.has(key) || busy.has(lane)) continue
    busy.add(lane)
    starting.push(key)
  }
  return starting
}

/** Milliseconds until the next delivery is due that neither runs nor is due already. */
export function untilNextMs(
  pending: ReadonlyMap<string, PendingDelivery>,
  nowMs: number,
): number | undefined {
  const waits = [...pending.values()]
    .map(({ dueAtMs }) => dueAtMs - nowMs)
    .filter(waitMs => waitMs > 0)
  return waits.length === 0 ? undefined : Math.min(...waits)
}

function laneOf({ webhookId, vehicleId }: PendingDelivery): string {
  return `${webhookId} ${vehicleId}`
}
