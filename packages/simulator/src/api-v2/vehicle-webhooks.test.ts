// Subscribing by version 2.

import { beforeEach, expect, test } from 'vitest'
import { type ConnectedCar, connectCar } from '../../test/connected-car.ts'
import { expectShape, uuid } from '../../test/shape.ts'
import {
  createInbox,
  type Inbox,
  startWebhookWorld,
  type WebhookWorld,
  webhookId,
} from '../../test/webhook-world.ts'

const management = { method: 'DELETE', headers: { Authorization: 'Bearer demo-management-token' } }

let inbox: Inbox
let world: WebhookWorld
let car: ConnectedCar

beforeEach(async () => {
  inbox = createInbox()
  world = await startWebhookWorld({}, { deliver: inbox.deliver })
  car = await connectCar(world.visitor, { scope: 'read_battery read_charge read_vin' })
})

function webhook(id: string, init: RequestInit) {
  return world.visitor.read(`${car.path}/webhooks/${id}`, car.accessToken, init)
}

test('subscribes with the token of the person, and what is subscribed already stays so', async () => {
  const answer = await webhook(webhookId, { method: 'POST' })
  expect(answer.status).toBe(200)
  expectShape(answer.body, { webhookId, vehicleId: uuid })
  expect(answer.headers.get('SC-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect((await webhook(webhookId, { method: 'POST' })).status).toBe(200)
  await world.simulator.settled()
  expect(inbox.documents).toHaveLength(1)
})

test('ends a subscription with the management token', async () => {
  await webhook(webhookId, { method: 'POST' })
  const answer = await webhook(webhookId, management)
  expect([answer.status, answer.body]).toEqual([200, { status: 'success' }])
  expect((await world.call('/subscriptions')).body.data).toEqual([])
})

test.each<[string, string, RequestInit, number, string]>([
  ['an id that is no id', 'webhookID', { method: 'POST' }, 400, 'VALIDATION'],
  ['an unknown id', crypto.randomUUID(), { method: 'POST' }, 404, 'RESOURCE_NOT_FOUND'],
  ['an id that is no id, to end', 'webhookID', management, 400, 'VALIDATION'],
  ['another token, to end', 'webhookID', { method: 'DELETE' }, 401, 'AUTHENTICATION'],
])('refuses %s', async (_what, id, init, status, type) => {
  const answer = await webhook(id, init)
  expect([answer.status, (answer.body as { type: string }).type]).toEqual([status, type])
})
