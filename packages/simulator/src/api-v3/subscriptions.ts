// The management API of version 3: which vehicles are subscribed to which webhooks.

import type { SimulatorContext } from '../http/context.ts'
import { findConnection, isVisible } from '../memory/connections.ts'
import { findSubscription, subscribe, unsubscribe } from '../memory/subscriptions.ts'
import type { Subscription } from '../memory/webhook.ts'
import { modeOfToday } from '../world/vehicle.ts'
import { answerV3, removedV3 } from './answer.ts'
import { answerList } from './answer-list.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'
import { notFound } from './not-found.ts'
import { readPage } from './page-links.ts'
import { readSubscriptionBody } from './subscription-body.ts'
import { subscriptionDocument } from './subscription-document.ts'

const filterNames = ['userId', 'webhookId', 'vehicleId', 'vehicle.mode'] as const

/**
 * GET /v3/subscriptions, newest first and in pages of 25.
 *
 * @see https://smartcar.com/docs/api-reference/get-subscription
 */
export function listSubscriptions(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const query = c.get('url').searchParams
  const asked = readPage(query, 25)
  if (!asked.ok) return errorV3(asked.fault)
  const filters = filterNames.flatMap(field => {
    const value = query.get(`filter[${field}]`)
    return value === null ? [] : [[field, value] as const]
  })
  return answerList(c, asked.page, {
    path: '/subscriptions',
    found: subscriptionsOf(c, access.clientId).filter(subscription =>
      filters.every(([field, value]) => {
        const own = field === 'vehicle.mode' ? modeOf(c, subscription) : subscription[field]
        return own === value
      }),
    ),
    filters: filters.map(([field, value]) => [`filter[${field}]`, value]),
    documentOf: subscriptionDocument,
  })
}

/**
 * POST /v3/subscriptions. The provider subscribes some time after its answer; here it has happened
 * when the answer comes, and the first delivery follows.
 *
 * @see https://smartcar.com/docs/api-reference/create-subscription
 */
export function createSubscription(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const body = readSubscriptionBody(c.get('body'))
  if (!body.ok) return errorV3(body.fault)
  const { key } = body
  const { state, now } = c.env
  if (state.webhooks.get(key.webhookId)?.clientId !== access.clientId)
    return errorV3(notFound('webhook'))
  const connection = findConnection(state, key.userId, key.vehicleId)
  if (!isVisible(connection, access.clientId, now())) {
    return errorV3({
      type: 'RESOURCE_NOT_FOUND',
      code: 'VEHICLE_NOT_FOUND',
      description: 'This user has no such vehicle connected to the application.',
    })
  }
  if (findSubscription(state, key) !== undefined) {
    const description = 'The vehicle is subscribed to this webhook already.'
    // The status is documented, type and code are approximate.
    return errorV3({ type: 'VALIDATION', code: 'SUBSCRIPTION_EXISTS', description }, 409)
  }
  subscribe(state, key, now())
  return answerV3({ meta: { message: 'The vehicle will be subscribed to the webhook.' } }, 202)
}

/** GET /v3/subscriptions/{id}. */
export function readSubscription(c: SimulatorContext): Response {
  const found = findById(c)
  if (!found.ok) return found.response
  return answerV3({ data: subscriptionDocument(c, found.subscription) })
}

/** DELETE /v3/subscriptions/{id}. */
export function deleteSubscription(c: SimulatorContext): Response {
  const found = findById(c)
  if (!found.ok) return found.response
  unsubscribe(c.env.state, found.subscription)
  return removedV3()
}

function findById(
  c: SimulatorContext,
):
  | { readonly ok: true; readonly subscription: Subscription }
  | { readonly ok: false; readonly response: Response } {
  const access = findMachineAccess(c)
  if (!access.ok) return access
  const wanted = c.req.param('subscriptionId')
  const subscription = subscriptionsOf(c, access.clientId).find(({ id }) => id === wanted)
  if (subscription !== undefined) return { ok: true, subscription }
  return { ok: false, response: errorV3(notFound('subscription')) }
}

function subscriptionsOf(c: SimulatorContext, clientId: string): readonly Subscription[] {
  const { subscriptions, webhooks } = c.env.state
  return [...subscriptions.values()].filter(
    ({ webhookId }) => webhooks.get(webhookId)?.clientId === clientId,
  )
}

function modeOf(c: SimulatorContext, { userId, vehicleId }: Subscription): string | undefined {
  const connection = findConnection(c.env.state, userId, vehicleId)
  return connection && modeOfToday(connection.mode)
}
