// One attempt to deliver an event: signs it, sends it, and decides whether it is tried again.

import type { Simulation } from '../http/context.ts'
import type { PendingDelivery, WebhookDocument } from '../memory/webhook.ts'
import { randomUuid } from '../world/random-id.ts'
import { logDelivery } from './delivery-log.ts'
import { postDocument } from './post-document.ts'
import { hmacHex, managementTokenOf } from './signature.ts'

const encoder = new TextEncoder()

// Milliseconds from each failed attempt to the next. After the fourth the event is dropped.
const retriesMs = [25_000, 50_000, 100_000]

/**
 * Tries to deliver what waits under a key.
 *
 * @see https://smartcar.com/docs/api-reference/webhooks/delivery-behavior
 */
export async function attemptDelivery(simulation: Simulation, key: string): Promise<void> {
  const { pendingDeliveries, webhooks } = simulation.state
  const pending = pendingDeliveries.get(key)
  const webhook = webhooks.get(pending?.webhookId ?? '')
  if (pending === undefined || webhook === undefined) {
    pendingDeliveries.delete(key)
    return
  }
  const managementToken = managementTokenOf(simulation, webhook)
  const payload = payloadOf(pending, simulation.now())
  const body = encoder.encode(JSON.stringify(payload))
  const signature = await hmacHex(
    pending.isWronglySigned ? `not ${managementToken}` : managementToken,
    body,
  )
  const { webhookId, vehicleId, uri } = pending
  const outcome = await postDocument(simulation, uri, body, signature)
  // Forgotten in the meantime, or the state was reset.
  if (simulation.state.pendingDeliveries.get(key) !== pending) return
  const attempt = pending.attempts + 1
  const delayMs = outcome.ok ? undefined : retriesMs[pending.attempts]
  const attempted = { webhookId, vehicleId, uri, attempt, payload }
  if (delayMs === undefined) {
    pendingDeliveries.delete(key)
    logDelivery(simulation, attempted, outcome)
    return
  }
  const dueAtMs = simulation.now() + delayMs
  pendingDeliveries.set(key, { ...pending, attempts: attempt, dueAtMs })
  logDelivery(simulation, { ...attempted, nextAttemptAtMs: dueAtMs }, outcome)
}

function payloadOf({ document }: PendingDelivery, nowMs: number): WebhookDocument {
  const deliveryId = randomUuid()
  return { ...document, meta: { deliveryId, deliveredAt: nowMs, ...document.meta } }
}
