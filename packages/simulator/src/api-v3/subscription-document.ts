// A subscription as version 3 writes it down.

import type { SimulatorContext } from '../http/context.ts'
import { findConnection } from '../memory/connections.ts'
import type { Subscription } from '../memory/webhook.ts'
import { addressV3 } from './answer.ts'
import { vehicleAttributes } from './vehicle-document.ts'

/** The resource of a subscription. */
export function subscriptionDocument(c: SimulatorContext, subscription: Subscription): unknown {
  const { id, webhookId, userId, vehicleId, createdAtMs } = subscription
  const connection = findConnection(c.env.state, userId, vehicleId)
  const vehicle = c.env.state.vehicles.get(vehicleId)
  const createdAt = new Date(createdAtMs).toISOString()
  return {
    id,
    type: 'subscription',
    attributes: {
      ...(connection && vehicle && { vehicle: vehicleAttributes(vehicle, connection) }),
    },
    relationships: {
      webhook: { data: { id: webhookId, type: 'webhook' } },
      user: { data: { id: userId, type: 'user' } },
      vehicle: { data: { id: vehicleId, type: 'vehicle' } },
    },
    meta: { createdAt, updatedAt: createdAt },
    links: { self: addressV3(c, `/subscriptions/${id}`) },
  }
}
