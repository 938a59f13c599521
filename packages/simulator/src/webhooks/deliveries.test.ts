// What a receiver on loopback gets: bytes, headers, and documents field by field.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerWell, hmac, type Receiver, startReceiver } from '../../test/receiver.ts'
import { expectShape } from '../../test/shape.ts'
import { errorShape, stateShape, verifyShape } from '../../test/webhook-shapes.ts'
import {
  startWebhookWorld,
  type WebhookWorld,
  watched,
  webhookId,
} from '../../test/webhook-world.ts'

const token = 'demo-management-token'

let receiver: Receiver
let world: WebhookWorld

beforeEach(async () => {
  receiver = await startReceiver()
  world = await startWebhookWorld({ callbackUri: `${receiver.address}/hook?key=canary` })
})

afterEach(() => receiver.stop())

test('a challenge comes before anything else, unsigned, with its time as text', async () => {
  await world.subscribe(await world.connect())
  const [first] = receiver.received
  expect(first?.headers['sc-signature']).toBeUndefined()
  expect(first?.headers['content-type']).toBe('application/json')
  expectShape(first?.body, verifyShape)
  expect(first?.body.meta).toMatchObject({ webhookId, deliveredAt: '2026-06-01T10:00:00.000Z' })
})

test('the first state comes after subscribing, with all signals, signed over its bytes', async () => {
  const ids = await world.connect({ external_id: 'u-1' })
  await world.subscribe(ids)
  const [state] = receiver.events('VEHICLE_STATE')
  expect(state?.path).toBe('/hook?key=canary')
  expect(state?.headers['user-agent']).toMatch(/^Smartcar\/[\d.]+$/)
  expect(state?.headers['sc-signature']).toBe(hmac(token, state?.bytes ?? ''))
  expectShape(state?.body, stateShape)
  expect(state?.body).toMatchObject({
    data: {
      user: { id: ids.userId, externalId: 'u-1' },
      vehicle: { id: ids.vehicleId, make: 'TESLA', mode: 'live' },
    },
    triggers: [{ type: 'FIRST_DELIVERY' }],
    meta: { webhookId, webhookName: 'My hook', mode: 'LIVE', sequence: 1, signalCount: 3 },
  })
  expect(codesOf(state?.body)).toEqual([...watched].sort())
})

test('what is static has 0 for its times, and what is not granted is an error without a body', async () => {
  await world.subscribe(await world.connect({ scope: 'read_vin' }))
  const [state] = receiver.events('VEHICLE_STATE')
  expectShape(state?.body, stateShape)
  const [charging, , vin] = state?.body.data.signals ?? []
  expect(vin.meta).toEqual({ oemUpdatedAt: 0, retrievedAt: 0 })
  expect(charging).toEqual({
    code: 'charge-ischarging',
    name: 'IsCharging',
    group: 'Charge',
    status: { value: 'ERROR', error: { type: 'PERMISSION', code: null } },
  })
})

test('the first state is of the time of subscribing, however old the store was', async () => {
  const ids = await world.connect()
  await world.control('clock', { advanceMs: 1_920_000 })
  await world.subscribe(ids)
  const [state] = receiver.events('VEHICLE_STATE')
  const retrieved = state?.body.data.signals[0].meta.retrievedAt
  expect(retrieved).toBe(Date.UTC(2026, 5, 1, 10, 32))
})

test.each([
  ['connections-lag', 4_999],
  ['signals-late', 14_999],
])('in the scenario %s nothing is told for %i ms', async (scenario, lateMs) => {
  world = await startWebhookWorld({ callbackUri: `${receiver.address}/`, autoSubscribe: true })
  await world.connect({ flags: `scenario:${scenario}` })
  await world.control('clock', { advanceMs: lateMs })
  expect(receiver.events('VEHICLE_STATE')).toEqual([])
  await world.control('clock', { advanceMs: 1 })
  expect(receiver.events('VEHICLE_STATE').length).toBeGreaterThan(0)
})

test('a redirect is not followed', async () => {
  await world.subscribe(await world.connect())
  receiver.answer((_received, response) => {
    response.writeHead(307, { Location: `${receiver.address}/elsewhere` }).end()
  })
  await world.control('clock', { advanceMs: 20 * 60_000 })
  expect(receiver.received.map(({ path }) => path)).not.toContain('/elsewhere')
  const { entries } = (await world.control('deliveries')).body
  expect(entries.at(-1)).toMatchObject({ ok: false, status: 307 })
})

test('a command tells the signals that it changed, in a state with all signals', async () => {
  const ids = await world.connect()
  await world.subscribe(ids)
  expect((await world.command(ids, 'charge/stop')).status).toBe(200)
  const [, changed, ...more] = receiver.events('VEHICLE_STATE')
  expect(more).toEqual([])
  expectShape(changed?.body, stateShape)
  const signal = { name: 'IsCharging', code: 'charge-ischarging', group: 'Charge' }
  expect(changed?.body.triggers).toEqual([{ type: 'SIGNAL_UPDATED', signal }])
  expect(codesOf(changed?.body)).toEqual([...watched].sort())
  expect(changed?.body.meta.sequence).toBe(2)
})

test('time tells what it changed, as soon as the clock is moved', async () => {
  await world.subscribe(await world.connect())
  await world.control('clock', { advanceMs: 20 * 60_000 })
  const [, changed] = receiver.events('VEHICLE_STATE')
  expect(changed?.body.triggers).toMatchObject([
    { signal: { code: 'tractionbattery-stateofcharge' } },
  ])
  expect(changed?.body.meta.deliveredAt).toBe(Date.UTC(2026, 5, 1, 10, 20))
})

test('an error of the connection is told, and its end when the person has signed in again', async () => {
  const ids = await world.connect({ flags: 'scenario:needs-reauthentication' })
  await world.subscribe(ids)
  expect(receiver.events('VEHICLE_STATE')).toEqual([])
  const [begun] = receiver.events('VEHICLE_ERROR')
  expectShape(begun?.body, errorShape)
  expect(begun?.headers['sc-signature']).toBe(hmac(token, begun?.bytes ?? ''))
  expect(begun?.body.data.errors).toMatchObject([
    {
      type: 'CONNECTED_SERVICES_ACCOUNT',
      code: 'AUTHENTICATION_FAILED',
      resolution: { type: 'REAUTHENTICATE', url: expect.stringContaining(ids.vehicleId) },
      state: 'ERROR',
    },
  ])
  expect(begun?.body).not.toHaveProperty('triggers')
  await signInAgain(ids.vehicleId)
  const [, ended, ...more] = receiver.events('VEHICLE_ERROR')
  expect(more).toEqual([])
  expectShape(ended?.body, errorShape)
  expect(ended?.body.data.errors).toMatchObject([
    { code: 'AUTHENTICATION_FAILED', state: 'RESOLVED' },
  ])
  expect(ended?.body.eventId).not.toBe(begun?.body.eventId)
  // The first state had to wait for it.
  expect(receiver.events('VEHICLE_STATE')).toHaveLength(1)
})

test('a vehicle that sleeps is an error, until the person connects it awake', async () => {
  await world.subscribe(await world.connect({ flags: 'scenario:vehicle-asleep' }))
  await world.connect()
  await world.simulator.settled()
  const states = receiver.events('VEHICLE_ERROR').map(({ body }) => body.data.errors[0])
  expect(states).toMatchObject([
    {
      type: 'VEHICLE_STATE',
      code: 'ASLEEP',
      suggestedUserMessage: 'Your car is asleep. Please wake it up and try again.',
      state: 'ERROR',
    },
    { type: 'VEHICLE_STATE', code: 'ASLEEP', state: 'RESOLVED' },
  ])
})

test('signals that a webhook asks for by name and does not get are an error with their names', async () => {
  const ids = await world.connect({ scope: 'read_vin' })
  await world.subscribe(ids)
  const [error] = receiver.events('VEHICLE_ERROR')
  expectShape(error?.body, errorShape)
  expect(error?.body.data.errors).toMatchObject([
    { type: 'PERMISSION', code: null, signals: [{ code: 'charge-ischarging' }, {}] },
  ])
  await world.control('clock', { advanceMs: 3_600_000 })
  expect(receiver.events('VEHICLE_ERROR')).toHaveLength(1)
})

test('errors go to an address of their own, which is asked for a proof too', async () => {
  const errors = await startReceiver()
  world = await startWebhookWorld({
    callbackUri: `${receiver.address}/hook`,
    errorCallbackUri: `${errors.address}/errors`,
  })
  await world.subscribe(await world.connect({ flags: 'scenario:vehicle-asleep' }))
  expect(errors.received.map(({ body }) => body.eventType)).toEqual(['VERIFY', 'VEHICLE_ERROR'])
  expect(receiver.received.map(({ body }) => body.eventType)).toEqual(['VERIFY'])
  await errors.stop()
})

test('a webhook is refused if one of its two addresses proves nothing', async () => {
  world = await startWebhookWorld({
    callbackUri: `${receiver.address}/hook`,
    errorCallbackUri: 'http://localhost:4010/nothing',
  })
  await world.subscribe(await world.connect())
  expect(receiver.received).toHaveLength(1)
  expect((await world.control('webhooks')).body.webhooks[0].verification).toBe('refused')
})

test.each([
  ['a wrong answer', { challenge: 'wrong' }, /HMAC-SHA256/],
  ['an answer without it', { ok: true }, /form/],
])('%s to the challenge means that nothing is delivered', async (_what, body, problem) => {
  receiver.answer((_received, response) => response.end(JSON.stringify(body)))
  const ids = await world.connect()
  await world.subscribe(ids)
  await world.command(ids, 'charge/stop')
  expect(receiver.received.map(one => one.body.eventType)).toEqual(['VERIFY'])
  const { body: log } = await world.control('deliveries')
  expect(log.entries).toMatchObject([{ ok: false, problem: expect.stringMatching(problem) }])

  receiver.answer(answerWell(token))
  await world.control('webhooks/send', { webhookId, eventType: 'VERIFY' })
  await world.simulator.settled()
  expect(receiver.events('VEHICLE_STATE').map(one => one.body.triggers)).toEqual([
    [{ type: 'FIRST_DELIVERY' }],
  ])
})

function codesOf(document: { data: { signals: { code: string }[] } }): string[] {
  return document.data.signals.map(({ code }) => code).sort()
}

async function signInAgain(vehicleId: string): Promise<void> {
  const query = new URLSearchParams({
    response_type: 'vehicle_id',
    application_id: 'demo-client',
    vehicle_id: vehicleId,
    redirect_uri: 'http://localhost:5173/callback',
    state: 's-2',
  })
  await world.visitor.goTo(`http://localhost:4010/oauth/reauthenticate?${query}`)
  await world.visitor.press('Sign in', { email: 'me@example.com', password: 'x' })
  await world.simulator.settled()
}
