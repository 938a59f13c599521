// Webhooks and subscriptions of the management API of version 3.

import { beforeEach, expect, test } from 'vitest'
import { expectShape, listOf } from '../../test/shape.ts'
import { subscriptionShape, webhookShape } from '../../test/webhook-shapes.ts'
import {
  createInbox,
  startWebhookWorld,
  type WebhookWorld,
  webhookId,
} from '../../test/webhook-world.ts'
import { demoApplication } from '../world/applications.ts'

const hook = 'http://localhost:9/hook'
const otherApplication = {
  ...demoApplication,
  clientId: 'other',
  machine: { clientId: 'client_other', clientSecret: 'other-secret' },
  managementToken: 'other-token',
  webhooks: [{ id: 'of-other', name: 'Other', callbackUri: hook }],
}

let world: WebhookWorld

beforeEach(async () => {
  world = await startWebhookWorld(
    {},
    {
      deliver: createInbox().deliver,
      applications: [
        {
          ...demoApplication,
          webhooks: [
            { id: webhookId, name: 'My hook', callbackUri: hook },
            { name: 'Second', callbackUri: 'http://127.0.0.1:9/second', isEnabled: false },
          ],
        },
        otherApplication,
      ],
    },
  )
})

test('lists the webhooks of the application, fifty a page', async () => {
  const { status, body } = await world.call('/webhooks')
  expect(status).toBe(200)
  expectShape(body.data, listOf(webhookShape))
  expect(body.meta).toEqual({ pageNumber: 1, pageSize: 50, totalCount: 2 })
  expect(body.links).toMatchObject({ next: null, prev: null })
  expect((await world.call('/webhooks?page[size]=101')).status).toBe(400)
  const second = await world.call('/webhooks?page[size]=1&page[number]=2')
  expect([second.body.data.length, second.body.links.next]).toEqual([1, null])
})

test.each([
  ['filter[name]=HOOK', 1],
  ['filter[name]=nothing', 0],
  ['filter[callbackUri]=SECOND', 1],
  ['filter[isEnabled]=false', 1],
  ['filter[autoSubscribe]=false', 2],
  ['filter[name]=hook&filter[isEnabled]=false', 0],
])('webhooks by %s: %i', async (query, count) => {
  const { body } = await world.call(`/webhooks?${query}`)
  expect(body.meta.totalCount).toBe(count)
})

test('reads one webhook, and none of another application', async () => {
  const { body } = await world.call(`/webhooks/${webhookId}`)
  expectShape(body, { data: webhookShape })
  expect(body.data.attributes).toEqual({
    name: 'My hook',
    callbackUri: hook,
    isEnabled: true,
    autoSubscribe: false,
  })
  const other = await world.call('/webhooks/of-other')
  expect([other.status, other.body.errors[0].type]).toEqual([404, 'RESOURCE_NOT_FOUND'])
  expect((await world.call('/webhooks', { headers: { Authorization: 'x' } })).status).toBe(401)
})

test('subscribes once, lists, reads and ends a subscription', async () => {
  const ids = await world.connect()
  const created = await world.subscribe(ids)
  expect(created.status).toBe(202)
  expect(created.body).toEqual({ meta: { message: expect.any(String) } })
  const again = await world.subscribe(ids)
  expect([again.status, again.body.errors[0].status]).toEqual([409, '409'])

  const { body: list } = await world.call('/subscriptions')
  expectShape(list.data, listOf(subscriptionShape))
  expect(list.meta).toEqual({ pageNumber: 1, pageSize: 25, totalCount: 1 })
  const [{ id, relationships }] = list.data
  expect(relationships).toEqual({
    webhook: { data: { id: webhookId, type: 'webhook' } },
    user: { data: { id: ids.userId, type: 'user' } },
    vehicle: { data: { id: ids.vehicleId, type: 'vehicle' } },
  })
  const { body: one } = await world.call(`/subscriptions/${id}`)
  expect(one).toEqual({ data: list.data[0] })

  const ended = await world.call(`/subscriptions/${id}`, { method: 'DELETE' })
  expect([ended.status, ended.body]).toEqual([204, undefined])
  expect((await world.call(`/subscriptions/${id}`)).status).toBe(404)
  expect((await world.call(`/subscriptions/${id}`, { method: 'DELETE' })).status).toBe(404)
})

test('subscriptions by user, webhook, vehicle and mode', async () => {
  const mine = await world.connect()
  const theirs = await world.connect({}, 'they@example.com')
  await world.subscribe(mine)
  await world.subscribe(theirs)
  async function count(query: string): Promise<number> {
    return (await world.call(`/subscriptions?${query}`)).body.meta.totalCount
  }
  expect(await count('')).toBe(2)
  expect(await count(`filter[userId]=${mine.userId}`)).toBe(1)
  expect(await count(`filter[vehicleId]=${theirs.vehicleId}`)).toBe(1)
  expect(await count(`filter[webhookId]=${webhookId}`)).toBe(2)
  expect(await count('filter[webhookId]=other')).toBe(0)
  expect(await count('filter[vehicle.mode]=simulated')).toBe(0)
  expect(await count('filter[vehicle.mode]=live')).toBe(2)
})

test.each<[string, object, number, string]>([
  ['no vehicle', { vehicleId: undefined }, 400, 'MISSING_PARAMETER'],
  ['a number for an id', { userId: 5 }, 400, 'INVALID_INPUT_FORMAT'],
  ['an unknown webhook', { webhookId: 'x' }, 404, 'WEBHOOK_NOT_FOUND'],
  ['the webhook of another application', { webhookId: 'of-other' }, 404, 'WEBHOOK_NOT_FOUND'],
  ['an unknown vehicle', { vehicleId: 'x' }, 404, 'VEHICLE_NOT_FOUND'],
  ['another user', { userId: 'x' }, 404, 'VEHICLE_NOT_FOUND'],
])('refuses a subscription with %s', async (_what, change, status, code) => {
  const attributes = { webhookId, ...(await world.connect()), ...change }
  const body = JSON.stringify({ data: { attributes } })
  const answer = await world.call('/subscriptions', { method: 'POST', body })
  expect([answer.status, answer.body.errors[0].code]).toEqual([status, code])
})

test('disconnecting ends the subscriptions of the vehicle', async () => {
  const ids = await world.connect()
  await world.subscribe(ids)
  const { body } = await world.call(`/connections?filter[vehicleId]=${ids.vehicleId}`)
  await world.call(`/connections/${body.data[0].id}`, { method: 'DELETE' })
  expect((await world.call('/subscriptions')).body.data).toEqual([])
})

test('the store of a subscribed vehicle is fetched often, that of another once a day', async () => {
  const mine = await world.connect()
  const theirs = await world.connect({}, 'they@example.com')
  await world.subscribe(mine)
  await world.control('clock', { advanceMs: 3_000_000 })
  async function ageMs({ userId, vehicleId }: typeof mine): Promise<number> {
    const path = `/vehicles/${vehicleId}/signals/tractionbattery-stateofcharge`
    const { body } = await world.call(path, { headers: { 'sc-user-id': userId } })
    return Date.UTC(2026, 5, 1, 10, 50) - Date.parse(body.data.meta.retrievedAt)
  }
  expect(await ageMs(mine)).toBeLessThan(600_000)
  expect(await ageMs(theirs)).toBe(3_000_000)
})

test('a disabled webhook does not have the store fetched', async () => {
  const { userId, vehicleId } = await world.connect()
  await world.subscribe({ userId, vehicleId })
  await world.control('webhooks', { id: webhookId, isEnabled: false })
  await world.control('clock', { advanceMs: 3_000_000 })
  const path = `/vehicles/${vehicleId}/signals/tractionbattery-stateofcharge`
  const { body } = await world.call(path, { headers: { 'sc-user-id': userId } })
  expect(body.data.meta.retrievedAt).toBe('2026-06-01T10:00:00.000Z')
})
