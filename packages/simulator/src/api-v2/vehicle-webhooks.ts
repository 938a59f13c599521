// Subscribing a vehicle to a webhook by version 2, and ending it.

import type { SimulatorContext } from '../http/context.ts'
import { findSubscription, subscribe, unsubscribe } from '../memory/subscriptions.ts'
import type { Webhook } from '../memory/webhook.ts'
import { answerV2 } from './answer.ts'
import { errorV2 } from './error.ts'
import { authenticationFault, uuidFault } from './faults.ts'
import { managingBearer } from './management-access.ts'
import { findVehicleAccess } from './vehicle-access.ts'

/**
 * POST /v2.0/vehicles/{id}/webhooks/{webhookId}, with the token of the person. What is subscribed
 * already stays so.
 */
export function subscribeVehicle(c: SimulatorContext): Response {
  const access = findVehicleAccess(c)
  if (!access.ok) return errorV2(access.fault)
  const { grant, id: vehicleId } = access
  const webhook = findWebhook(c, grant.clientId)
  if (webhook === undefined) return unknownWebhook(c)
  const { state, now } = c.env
  const key = { webhookId: webhook.id, userId: grant.userId, vehicleId }
  if (findSubscription(state, key) === undefined) subscribe(state, key, now())
  return answerV2({ webhookId: webhook.id, vehicleId })
}

/**
 * DELETE /v2.0/vehicles/{id}/webhooks/{webhookId}, with the management token as bearer token. It ends
 * the subscription for every user of the vehicle; that none is needed is a guess.
 */
export function unsubscribeVehicle(c: SimulatorContext): Response {
  const application = managingBearer(c)
  if (application === undefined) return errorV2(authenticationFault)
  const webhook = findWebhook(c, application.clientId)
  if (webhook === undefined) return unknownWebhook(c)
  const { state } = c.env
  const vehicleId = c.req.param('vehicleId')
  for (const subscription of [...state.subscriptions.values()]) {
    if (subscription.webhookId === webhook.id && subscription.vehicleId === vehicleId) {
      unsubscribe(state, subscription)
    }
  }
  return answerV2({ status: 'success' })
}

function findWebhook(c: SimulatorContext, clientId: string): Webhook | undefined {
  const webhook = c.env.state.webhooks.get(c.req.param('webhookId') ?? '')
  return webhook?.clientId === clientId ? webhook : undefined
}

/** An id that is no UUID is malformed (suite). What an unknown UUID is answered with is a guess. */
function unknownWebhook(c: SimulatorContext): Response {
  const description = 'The application has no webhook with this id.'
  const unknown = { type: 'RESOURCE_NOT_FOUND', description } as const
  return errorV2(uuidFault('webhook_id', c.req.param('webhookId') ?? '') ?? unknown)
}
