// Puts an event among those that wait, as the scenario wants it delivered.

import type { Simulation } from '../http/context.ts'
import { remember } from '../memory/remember.ts'
import type { Connection } from '../memory/state.ts'
import type { PendingDelivery, Webhook, WebhookDocument } from '../memory/webhook.ts'
import type { WebhookFault } from '../scenarios/scenario.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import { randomUuid } from '../world/random-id.ts'

const lateMs = 60_000

/**
 * Queues an event. The scenario of the connection decides how it is delivered, and where that has
 * nothing to say about webhooks, the simulator's current one.
 */
export function queueEvent(
  simulation: Simulation,
  webhook: Webhook,
  { userId, vehicleId, scenario }: Connection,
  document: WebhookDocument,
): void {
  const { state, now } = simulation
  const fault = scenarioNamed(scenario).webhook ?? scenarioNamed(state.scenario).webhook
  const { callbackUri, errorCallbackUri = callbackUri } = webhook
  const isError = document.eventType === 'VEHICLE_ERROR'
  const pending: PendingDelivery = {
    webhookId: webhook.id,
    userId,
    vehicleId,
    uri: isError ? errorCallbackUri : callbackUri,
    document,
    attempts: 0,
    dueAtMs: now(),
    isWronglySigned: fault === 'wrong-signature',
  }
  for (const one of spoiled(simulation, pending, fault)) {
    remember(state, 'pendingDeliveries', randomUuid(), one)
  }
}

/** Counts an event of a webhook, and returns the webhook with the number of that event. */
export function nextInSequence({ state }: Simulation, webhook: Webhook): Webhook {
  const sequence = (state.webhooks.get(webhook.id) ?? webhook).sequence + 1
  const counted = { ...webhook, sequence }
  state.webhooks.set(webhook.id, counted)
  return counted
}

function spoiled(
  { state }: Simulation,
  pending: PendingDelivery,
  fault: WebhookFault | undefined,
): readonly PendingDelivery[] {
  switch (fault) {
    case 'doubled':
      return [pending, pending]
    case 'late':
      return [{ ...pending, dueAtMs: pending.dueAtMs + lateMs }]
    case 'unknown-event':
      return [pending, { ...pending, document: unknownEvent(pending.document) }]
    case 'out-of-order': {
      const held = [...state.pendingDeliveries].find(
        ([, other]) =>
          other.webhookId === pending.webhookId &&
          other.vehicleId === pending.vehicleId &&
          other.attempts === 0 &&
          other.dueAtMs > pending.dueAtMs,
      )
      // The first one waits for the second, but not for ever.
      if (held === undefined) return [{ ...pending, dueAtMs: pending.dueAtMs + lateMs }]
      const [key, first] = held
      state.pendingDeliveries.delete(key)
      return [pending, { ...first, dueAtMs: pending.dueAtMs }]
    }
    default:
      return [pending]
  }
}

function unknownEvent({ data, meta }: WebhookDocument): WebhookDocument {
  const { user, vehicle } = data
  return {
    eventId: randomUuid(),
    eventType: 'VEHICLE_MOON_PHASE',
    data: { user, vehicle, phase: 'FULL' },
    meta,
  }
}
