// Writes attempts to deliver into the list that tests and the control page read.

import type { Simulation } from '../http/context.ts'
import { cut } from '../memory/cut.ts'
import type { DeliveryEntry, WebhookDocument } from '../memory/webhook.ts'
import type { Outcome } from './post-document.ts'

/** How many of the newest attempts are kept. */
export const deliveriesLimit = 1_000
/** How many of them are kept with their documents. */
export const payloadsLimit = 100

/** What an entry tells beside how the attempt went. */
export type Attempt = {
  /** The webhook. */
  readonly webhookId: string
  /** The vehicle, or an empty text. */
  readonly vehicleId: string
  /** Where it went. */
  readonly uri: string
  /** Which attempt it was, from 1. */
  readonly attempt: number
  /** What was sent. */
  readonly payload: WebhookDocument
  /** When it is tried again, if it is. */
  readonly nextAttemptAtMs?: number
}

/** Adds an attempt as the newest one. Old ones make room. */
export function logDelivery({ state, now }: Simulation, attempt: Attempt, outcome: Outcome): void {
  const { webhookId, vehicleId, uri, payload, nextAttemptAtMs } = attempt
  const { eventType, eventId, meta } = payload
  const { origin, pathname } = new URL(uri)
  const { status } = outcome
  state.deliveryTotal += 1
  const entry: DeliveryEntry = {
    number: state.deliveryTotal,
    at: new Date(now()).toISOString(),
    webhookId,
    eventType,
    eventId,
    deliveryId: String(meta.deliveryId),
    ...(vehicleId !== '' && { vehicleId }),
    address: cut(origin + pathname, 200),
    attempt: attempt.attempt,
    ok: outcome.ok,
    ...(status !== undefined && { status }),
    ...(!outcome.ok && { problem: outcome.problem }),
    ...(nextAttemptAtMs !== undefined && {
      nextAttemptAt: new Date(nextAttemptAtMs).toISOString(),
    }),
    payload,
  }
  state.deliveries.push(entry)
  const { deliveries } = state
  const emptied = deliveries.at(-1 - payloadsLimit)
  if (emptied !== undefined) {
    const { payload: _forgotten, ...rest } = emptied
    deliveries[deliveries.length - 1 - payloadsLimit] = rest
  }
  if (deliveries.length > deliveriesLimit) deliveries.splice(0, deliveriesLimit / 2)
}
