// Making, changing and trying out webhooks by control requests and on the control page.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { errorShape, stateShape } from '../../test/webhook-shapes.ts'
import {
  createInbox,
  driveWebhookWorld,
  startWebhookWorld,
  watched,
  webhookId,
} from '../../test/webhook-world.ts'
import { createSimulator } from '../simulator.ts'
import { demoApplication } from '../world/applications.ts'

const hook = 'http://localhost:9/hook'

async function start() {
  const inbox = createInbox()
  const world = await startWebhookWorld({}, { deliver: inbox.deliver })
  return { inbox, world }
}

test('makes a webhook, verified before the answer, and one with a wrong address not at all', async () => {
  const { world } = await start()
  const made = await world.control('webhooks', { name: 'New', callbackUri: hook })
  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    clientId: 'demo-client',
    name: 'New',
    callbackUri: hook,
    isEnabled: true,
    autoSubscribe: false,
    verification: 'verified',
    createdAt: '2026-06-01T10:00:00.000Z',
    updatedAt: '2026-06-01T10:00:00.000Z',
  })
  const wrong = await world.control('webhooks', { name: 'New', callbackUri: 'https://x.example' })
  expect([wrong.status, wrong.body.error]).toEqual([400, expect.stringContaining('x.example')])
  const nobody = await world.control('webhooks', { name: 'N', callbackUri: hook, clientId: 'x' })
  expect([nobody.status, nobody.body.error]).toEqual([400, expect.stringContaining('“x”')])
  expect((await world.control('webhooks')).body.webhooks).toHaveLength(2)
})

test('a new address is verified anew, and everything is told to it anew', async () => {
  const { world, inbox } = await start()
  await world.subscribe(await world.connect())
  const answer = await world.control('webhooks', { id: webhookId, callbackUri: `${hook}/2` })
  expect(answer.body).toMatchObject({ callbackUri: `${hook}/2`, verification: 'verified' })
  await world.simulator.settled()
  expect(inbox.documents).toHaveLength(2)
  const { body } = await world.control(`deliveries?webhookId=${webhookId}`)
  expect(body.entries.map(({ address }: { address: string }) => address)).toEqual([
    hook,
    hook,
    `${hook}/2`,
    `${hook}/2`,
  ])
})

test('a deleted webhook is forgotten with its subscriptions', async () => {
  const { world } = await start()
  await world.subscribe(await world.connect())
  expect((await world.control(`webhooks/${webhookId}`, {}, 'DELETE')).status).toBe(204)
  expect((await world.control('webhooks')).body).toEqual({ webhooks: [], subscriptions: [] })
  expect((await world.control(`webhooks/${webhookId}`, {}, 'DELETE')).status).toBe(404)
})

test('sends a state and an error by hand, of nobody’s vehicle or of a connected one', async () => {
  const { world, inbox } = await start()
  const ids = await world.connect()
  function send(fields: object): ReturnType<typeof world.control> {
    return world.control('webhooks/send', { webhookId, ...fields })
  }
  const { body } = await send({ eventType: 'VEHICLE_STATE' })
  expect(body.attempts).toMatchObject([{ eventType: 'VEHICLE_STATE', ok: true, status: 200 }])
  await send({ eventType: 'VEHICLE_ERROR', vehicleId: ids.vehicleId })
  const [state, error] = inbox.documents
  expectShape(state, stateShape)
  expect(state).toMatchObject({ data: { vehicle: { mode: 'test' } }, meta: { mode: 'TEST' } })
  expectShape(error, errorShape)
  expect(error).toMatchObject({
    data: { user: { id: ids.userId }, vehicle: { id: ids.vehicleId } },
  })
  expect(inbox.signatures).toEqual([true, true])
  expect((await send({ eventType: 'OTHER' })).body.error).toContain('VEHICLE_STATE')
  expect((await send({ vehicleId: 'x' })).status).toBe(400)
  expect((await world.control('webhooks/send', { webhookId: 'x' })).status).toBe(404)
})

test('verifies on demand', async () => {
  const { world } = await start()
  const { body } = await world.control('webhooks/send', { webhookId, eventType: 'VERIFY' })
  expect(body.attempts).toMatchObject([{ eventType: 'VERIFY', ok: true }])
  expect((await world.control('webhooks')).body.webhooks[0].verification).toBe('verified')
})

test('lists the deliveries, oldest first, without the query and without the token', async () => {
  const inbox = createInbox()
  const world = await startWebhookWorld(
    { callbackUri: `${hook}?secret=canary` },
    { deliver: inbox.deliver },
  )
  const ids = await world.connect()
  await world.subscribe(ids)
  const all = await world.control('deliveries')
  expect(all.body).toMatchObject({ total: 2, pending: 0 })
  const [verified, delivered] = all.body.entries
  expect(verified).not.toHaveProperty('vehicleId')
  expect(delivered).toEqual({
    number: 2,
    at: '2026-06-01T10:00:00.000Z',
    webhookId,
    eventType: 'VEHICLE_STATE',
    eventId: inbox.documents[0]?.eventId,
    deliveryId: inbox.documents[0]?.meta.deliveryId,
    vehicleId: ids.vehicleId,
    address: hook,
    attempt: 1,
    ok: true,
    status: 200,
    payload: inbox.documents[0],
  })
  expect(JSON.stringify(all.body)).not.toMatch(/canary|demo-management-token/)
  for (const query of ['eventType=VERIFY', `vehicleId=${ids.vehicleId}`]) {
    expect((await world.control(`deliveries?${query}`)).body.entries).toHaveLength(1)
  }
  expect((await world.control('deliveries', {}, 'DELETE')).status).toBe(204)
  expect((await world.control('deliveries')).body).toMatchObject({ total: 2, entries: [] })
})

test('new vehicles are subscribed by a webhook that wants them, and not again once ended', async () => {
  const inbox = createInbox()
  const world = await startWebhookWorld({ autoSubscribe: true }, { deliver: inbox.deliver })
  await world.connect()
  await world.simulator.settled()
  expect(inbox.documents.length).toBeGreaterThan(0)
  const { data } = (await world.call('/subscriptions')).body
  for (const { id } of data) await world.call(`/subscriptions/${id}`, { method: 'DELETE' })
  await world.control('clock', { advanceMs: 3_000_000 })
  expect((await world.call('/subscriptions')).body.data).toEqual([])
})

test('vehicles of one application are not subscribed to webhooks of another', async () => {
  const inbox = createInbox()
  const other = { ...demoApplication, clientId: 'other', managementToken: 'other-token' }
  const webhooks = [{ id: 'of-other', name: 'Other', callbackUri: hook, autoSubscribe: true }]
  const applications = [demoApplication, { ...other, webhooks }]
  const world = await startWebhookWorld({}, { deliver: inbox.deliver, applications })
  await world.connect()
  expect((await world.control('webhooks')).body.subscriptions).toEqual([])
})

test('what was changed by hand stays after a restart, unless the option is another one', async () => {
  const { world } = await start()
  await world.control('webhooks', { id: webhookId, isEnabled: false })
  const snapshot = world.simulator.snapshot()
  async function namesAfter(webhook: object): Promise<unknown> {
    const webhooks = [{ id: webhookId, name: 'My hook', callbackUri: hook, ...webhook }]
    const applications = [{ ...demoApplication, webhooks }]
    const next = await driveWebhookWorld(createSimulator({ snapshot, applications }))
    return (await next.control('webhooks')).body.webhooks
  }
  expect(await namesAfter({ signals: watched })).toMatchObject([{ isEnabled: false }])
  expect(await namesAfter({ name: 'Other' })).toMatchObject([{ name: 'Other', isEnabled: true }])
})

test('the control page shows and drives webhooks', async () => {
  const { world, inbox } = await start()
  const { visitor } = world
  await world.subscribe(await world.connect())
  await visitor.goTo('http://localhost:4010/')
  expect(visitor.text()).toMatch(/My hook.*enabled · verified · subscribed vehicles: 1/s)
  await visitor.press('Send a state')
  expect(visitor.address()).toBe('http://localhost:4010/')
  expect(inbox.documents.at(-1)?.meta.mode).toBe('TEST')
  await visitor.press('Disable')
  expect(visitor.text()).toContain('disabled')
  await visitor.press('Add', { name: '<b>Bold</b>', callbackUri: `${hook}?key=canary-secret` })
  expect(visitor.text()).toContain(`${hook}?…`)
  expect(visitor.text()).not.toContain('canary-secret')
  expect(visitor.text()).toContain('&lt;b&gt;Bold')
  expect(visitor.text()).not.toContain('<b>Bold')
})
