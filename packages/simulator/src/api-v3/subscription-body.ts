// Reads the body of a new subscription.

import type { SubscriptionKey } from '../memory/subscriptions.ts'
import type { Fault } from '../world/fault.ts'
import { attributesOf, wrongAttribute } from './command-body.ts'

/** What is to be subscribed, or what is wrong with the body. */
export type SubscriptionBody =
  | { readonly ok: true; readonly key: SubscriptionKey }
  | { readonly ok: false; readonly fault: Fault }

/** Reads `{ "data": { "attributes": { "webhookId", "userId", "vehicleId" } } }`. */
export function readSubscriptionBody(body: string): SubscriptionBody {
  const attributes = attributesOf(body)
  const { webhookId, userId, vehicleId } = attributes
  if (
    typeof webhookId === 'string' &&
    typeof userId === 'string' &&
    typeof vehicleId === 'string'
  ) {
    return { ok: true, key: { webhookId, userId, vehicleId } }
  }
  const wrong = ['webhookId', 'userId', 'vehicleId'].find(
    name => typeof attributes[name] !== 'string',
  )
  return { ok: false, fault: wrongAttribute(attributes, wrong ?? '', 'the id, as text') }
}
