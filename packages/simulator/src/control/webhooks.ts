// /__simulator/webhooks: what the provider's dashboard does with webhooks, for tests and the page.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { textOf } from '../http/text-of.ts'
import { limits, remember } from '../memory/remember.ts'
import { beginAnew, removeWebhook } from '../memory/subscriptions.ts'
import type { Webhook } from '../memory/webhook.ts'
import { sendByHand } from '../webhooks/send-by-hand.ts'
import { settle } from '../webhooks/settle.ts'
import { verifyWebhook } from '../webhooks/verify.ts'
import { readWebhookSettings } from '../webhooks/webhook-settings.ts'
import { randomUuid } from '../world/random-id.ts'
import { done, readFields } from './fields.ts'

/** GET /__simulator/webhooks: `{ webhooks, subscriptions }`. */
export function showWebhooks(c: SimulatorContext): Response {
  const { webhooks, subscriptions } = c.env.state
  return jsonResponse({
    webhooks: [...webhooks.values()].map(shownWebhook),
    subscriptions: [...subscriptions.values()].map(
      ({ id, webhookId, userId, vehicleId, isFirstDeliveryDue }) => ({
        id,
        webhookId,
        userId,
        vehicleId,
        isFirstDeliveryDue,
      }),
    ),
  })
}

/**
 * POST /__simulator/webhooks: makes a webhook, or changes the one whose `id` is given. A new one and
 * a new address are verified before the answer, which has the webhook.
 */
export async function saveWebhook(c: SimulatorContext): Promise<Response> {
  const { state, applications, hosts, now } = c.env
  const fields = readFields(c)
  const before = fields.id === undefined ? undefined : state.webhooks.get(textOf(fields.id))
  if (fields.id !== undefined && before === undefined) return noWebhook()
  if (before === undefined && state.webhooks.size >= limits.webhooks) {
    return refuse(`There are ${limits.webhooks} webhooks already. Delete one.`)
  }
  const clientId = before?.clientId ?? textOf(fields.clientId ?? applications[0]?.clientId)
  const application = applications.find(known => known.clientId === clientId)
  if ((application?.managementToken ?? '') === '') {
    return refuse(
      `“${clientId.slice(0, 64)}” is no application with a managementToken, so nothing could be signed.`,
    )
  }
  const reading = readWebhookSettings(fields, hosts, before)
  if (!reading.ok) return refuse(reading.problem)
  const { settings } = reading
  const isElsewhere =
    before?.callbackUri !== settings.callbackUri ||
    before.errorCallbackUri !== settings.errorCallbackUri
  const webhook: Webhook = {
    ...settings,
    id: before?.id ?? randomUuid(),
    clientId,
    verification: isElsewhere ? 'pending' : (before?.verification ?? 'pending'),
    sequence: before?.sequence ?? 0,
    createdAtMs: before?.createdAtMs ?? now(),
    updatedAtMs: now(),
  }
  remember(state, 'webhooks', webhook.id, webhook)
  if (isElsewhere || before.isEnabled !== settings.isEnabled) beginAnew(state, webhook.id)
  if (isElsewhere) await verifyWebhook(c.env, webhook)
  const saved = state.webhooks.get(webhook.id) ?? webhook
  return done(c, jsonResponse(shownWebhook(saved), before === undefined ? 201 : 200))
}

/** DELETE /__simulator/webhooks/{id}: forgets it with its subscriptions. */
export function deleteWebhook(c: SimulatorContext): Response {
  const id = c.req.param('webhookId') ?? ''
  if (!c.env.state.webhooks.has(id)) return noWebhook()
  removeWebhook(c.env.state, id)
  return new Response(null, { status: 204 })
}

/**
 * POST /__simulator/webhooks/send: `{ "webhookId", "vehicleId", "eventType" }` sends an event by hand
 * and answers with its attempts. `VERIFY` verifies; `VEHICLE_STATE` and `VEHICLE_ERROR` have the mode
 * `TEST`, and a vehicle of nobody if none is named.
 */
export async function sendWebhook(c: SimulatorContext): Promise<Response> {
  const fields = readFields(c)
  const webhook = c.env.state.webhooks.get(textOf(fields.webhookId))
  if (webhook === undefined) return noWebhook()
  const { deliveryTotal } = c.env.state
  const eventType = textOf(fields.eventType ?? 'VEHICLE_STATE')
  if (eventType === 'VERIFY') await verifyWebhook(c.env, webhook)
  else {
    const vehicleId = textOf(fields.vehicleId ?? '')
    const problem = sendByHand(c.env, webhook, eventType, vehicleId)
    if (problem !== undefined) return refuse(problem)
    await settle(c.env)
  }
  const attempts = c.env.state.deliveries.filter(
    ({ number, webhookId }) => number > deliveryTotal && webhookId === webhook.id,
  )
  return done(c, jsonResponse({ attempts }))
}

/**
 * GET /__simulator/deliveries: `{ total, pending, entries }`, oldest first. `?webhookId=`,
 * `?eventType=` and `?vehicleId=` narrow the entries.
 */
export function showDeliveries(c: SimulatorContext): Response {
  const { state } = c.env
  const query = c.get('url').searchParams
  const entries = state.deliveries.filter(entry =>
    (['webhookId', 'eventType', 'vehicleId'] as const).every(
      name => !query.has(name) || entry[name] === query.get(name),
    ),
  )
  return jsonResponse({
    total: state.deliveryTotal,
    pending: state.pendingDeliveries.size,
    entries,
  })
}

/** DELETE /__simulator/deliveries: forgets the entries; what waits is delivered all the same. */
export function clearDeliveries(c: SimulatorContext): Response {
  c.env.state.deliveries = []
  return new Response(null, { status: 204 })
}

function shownWebhook(webhook: Webhook): object {
  const { createdAtMs, updatedAtMs, sequence: _counted, ...shown } = webhook
  return {
    ...shown,
    createdAt: new Date(createdAtMs).toISOString(),
    updatedAt: new Date(updatedAtMs).toISOString(),
  }
}

function noWebhook(): Response {
  return jsonResponse({ error: 'There is no webhook with this id.' }, 404)
}

function refuse(error: string): Response {
  return jsonResponse({ error }, 400)
}
