// Subscribing a vehicle to a webhook by version 2, and ending it.

import { bearerToken } from '../api/bearer-token.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { findSubscription, subscribe, unsubscribe } from '../memory/subscriptions.ts'
import type { Webhook } from '../memory/webhook.ts'
import { randomUuid } from '../world/random-id.ts'
import { errorV2 } from './error.ts'
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
  return answer({ webhookId: webhook.id, vehicleId })
}

/**
 * DELETE /v2.0/vehicles/{id}/webhooks/{webhookId}, with the management token as bearer token. It ends
 * the subscription for every user of the vehicle; that none is needed is a guess.
 */
export function unsubscribeVehicle(c: SimulatorContext): Response {
  const token = bearerToken(c)
  const application = c.env.applications.find(
    ({ managementToken }) => managementToken !== undefined && managementToken === token,
  )
  if (application === undefined) {
    return errorV2({ type: 'AUTHENTICATION', description: authenticationProblem })
  }
  const webhook = findWebhook(c, application.clientId)
  if (webhook === undefined) return unknownWebhook(c)
  const { state } = c.env
  const vehicleId = c.req.param('vehicleId')
  for (const subscription of [...state.subscriptions.values()]) {
    if (subscription.webhookId === webhook.id && subscription.vehicleId === vehicleId) {
      unsubscribe(state, subscription)
    }
  }
  return answer({ status: 'success' })
}

function findWebhook(c: SimulatorContext, clientId: string): Webhook | undefined {
  const webhook = c.env.state.webhooks.get(c.req.param('webhookId') ?? '')
  return webhook?.clientId === clientId ? webhook : undefined
}

// What the official SDKs' suites compare word for word.
const validationProblem =
  'Request invalid or malformed. Please check for missing parameters, spelling and casing mistakes, and other syntax issues.'
const authenticationProblem =
  'The authorization header is missing or malformed, or it contains invalid or expired authentication credentials. Please check for missing parameters, spelling and casing mistakes, and other syntax issues.'

/** An id that is no UUID is malformed (suite). What an unknown UUID is answered with is a guess. */
function unknownWebhook(c: SimulatorContext): Response {
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(
    c.req.param('webhookId') ?? '',
  )
  return isUuid
    ? errorV2({
        type: 'RESOURCE_NOT_FOUND',
        description: 'The application has no webhook with this id.',
      })
    : errorV2({ type: 'VALIDATION', description: validationProblem })
}

function answer(body: object): Response {
  return jsonResponse(body, 200, { 'SC-Request-Id': randomUuid() })
}
