// Whether a webhook watches a vehicle, so that its signals are fetched often.

import type { Connection, State } from '../memory/state.ts'
import { findSubscription, isWatching } from '../memory/subscriptions.ts'

/** Whether the vehicle of a connection is subscribed to a webhook that is enabled and verified. */
export function isSubscribed(state: State, { clientId, userId, vehicleId }: Connection): boolean {
  for (const webhook of state.webhooks.values()) {
    const isOwn = webhook.clientId === clientId && isWatching(webhook)
    const key = { webhookId: webhook.id, userId, vehicleId }
    if (isOwn && findSubscription(state, key) !== undefined) return true
  }
  return false
}
