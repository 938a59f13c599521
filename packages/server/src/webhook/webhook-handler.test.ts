// Deliveries of webhooks: signed by Node's own HMAC, kept in a real store in memory.

import { createHmac } from 'node:crypto'
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import { storedVehicle } from '../../test/vehicle-contract.ts'
import type { ServerEvent } from '../server-event.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { WebhookEvent } from './webhook-event.ts'
import { createWebhookHandler } from './webhook-handler.ts'
import type { WebhookCallbacks } from './webhook-options.ts'

afterEach(() => vi.useRealTimers())

const managementToken = 'management-token'
const deliveredAt = 1_780_000_061_000

const stateEvent = {
  eventId: 'event-1',
  eventType: 'VEHICLE_STATE',
  data: {
    user: { id: 'person-1', externalId: null },
    vehicle: { id: 'vehicle-1', make: 'TESLA', model: 'Model 3', year: 2022, mode: 'live' },
    signals: [
      {
        code: 'tractionbattery-stateofcharge',
        name: 'StateOfCharge',
        group: 'TractionBattery',
        body: { value: 64, unit: 'percent' },
        meta: { oemUpdatedAt: 1_780_000_000_000, retrievedAt: 1_780_000_060_000 },
        status: { value: 'SUCCESS' },
      },
      {
        code: 'closure-sunroof',
        status: { value: 'ERROR', error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' } },
      },
    ],
  },
  triggers: [{ type: 'SIGNAL_UPDATED', signal: { code: 'tractionbattery-stateofcharge' } }],
  meta: {
    deliveryId: 'delivery-1',
    deliveredAt,
    version: '4.0',
    webhookId: 'hook-1',
    mode: 'LIVE',
  },
}

function errorEvent(state: string, change: object = {}, eventId = `event-${state}`): unknown {
  const error = {
    type: 'CONNECTED_SERVICES_ACCOUNT',
    code: 'AUTHENTICATION_FAILED',
    description: 'Sign in again.',
    resolution: { type: 'REAUTHENTICATE' },
    state,
    ...change,
  }
  return {
    ...stateEvent,
    eventId,
    eventType: 'VEHICLE_ERROR',
    data: { ...stateEvent.data, errors: [error] },
  }
}

function sign(text: string, token = managementToken): string {
  return createHmac('sha256', token).update(text).digest('hex')
}

function delivery(event: unknown, signature?: string): Request {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  return new Request('https://app.example.com/webhook', {
    method: 'POST',
    headers: { 'sc-signature': signature ?? sign(body) },
    body,
  })
}

function receive(callbacks: WebhookCallbacks = {}) {
  let nowMs = deliveredAt
  const store = createMemoryStore({ now: () => nowMs })
  const told: ServerEvent[] = []
  const got: WebhookEvent[] = []
  function keep(event: WebhookEvent): void {
    got.push(event)
  }
  const handler = createWebhookHandler({
    managementToken,
    store,
    onVehicleState: keep,
    onVehicleError: keep,
    onOtherEvent: keep,
    ...callbacks,
    onEvent: event => told.push(event),
    now: () => nowMs,
  })
  return {
    handler,
    store,
    told,
    got,
    pass: (ms: number) => {
      nowMs += ms
    },
    statusOf: async (event: unknown, signature?: string) =>
      (await handler(delivery(event, signature))).status,
  }
}

test('gives a signed event to the app, typed', { tags: ['T44'] }, async () => {
  const { statusOf, got, told } = receive({
    onVehicleState: event => {
      const charge = event.signal('tractionbattery-stateofcharge')
      if (charge?.ok) expectTypeOf(charge.body.value).toEqualTypeOf<number>()
      got.push(event)
    },
  })
  expect(await statusOf(stateEvent)).toBe(200)
  expect(got).toMatchObject([
    {
      type: 'VEHICLE_STATE',
      id: 'event-1',
      isTest: false,
      deliveredAt: new Date(deliveredAt),
      userId: 'person-1',
      vehicle: { id: 'vehicle-1', make: 'TESLA' },
      triggers: ['tractionbattery-stateofcharge'],
      signals: [
        { ok: true, body: { value: 64 } },
        { ok: false, error: { type: 'COMPATIBILITY' } },
      ],
    },
  ])
  expect(told).toEqual([{ type: 'webhook_handled', eventType: 'VEHICLE_STATE', isTest: false }])
})

test.each([
  ['no signature', ''],
  ['another token', sign(JSON.stringify(stateEvent), 'other')],
  ['another body', sign(`${JSON.stringify(stateEvent)} `)],
])('refuses %s', { tags: ['T44'] }, async (_what, signature) => {
  const { statusOf, got, told } = receive()
  expect(await statusOf(stateEvent, signature)).toBe(401)
  expect(got).toEqual([])
  expect(told).toEqual([{ type: 'webhook_refused', reason: 'signature', status: 401 }])
})

test('answers the challenge, which comes unsigned', async () => {
  const { handler, told } = receive()
  const challenge = 'challenge_0123456789abcdef0123456789abcdef'
  const verify = { eventType: 'VERIFY', eventId: 'e', data: { challenge } }
  const response = await handler(delivery(verify, ''))
  expect([response.status, await response.json()]).toEqual([200, { challenge: sign(challenge) }])
  expect(told).toEqual([{ type: 'webhook_verified' }])
})

test.each([JSON.stringify(stateEvent), '{}', '', 'a b', 7, null])(
  'signs no challenge that could be an event: %o',
  { tags: ['T44', 'T52'] },
  async challenge => {
    const { statusOf } = receive()
    expect(await statusOf({ eventType: 'VERIFY', data: { challenge } }, '')).toBe(400)
  },
)

test('gives each event once, however often it is delivered', { tags: ['T52'] }, async () => {
  const { statusOf, got } = receive()
  const again = { ...stateEvent, meta: { ...stateEvent.meta, deliveryId: 'delivery-2' } }
  expect([await statusOf(stateEvent), await statusOf(again)]).toEqual([200, 200])
  const statuses = await Promise.all(
    Array.from({ length: 10 }, () => statusOf({ ...stateEvent, eventId: 'event-2' })),
  )
  expect(statuses.sort().slice(0, 1)).toEqual([200])
  expect(got.map(({ id }) => id)).toEqual(['event-1', 'event-2'])
})

test('an event whose function fails is given again with the next delivery', async () => {
  let fails = true
  const { statusOf, got, told } = receive({
    onVehicleState: event => {
      if (fails) throw new Error(`no database for ${managementToken}`)
      got.push(event)
    },
  })
  expect(await statusOf(stateEvent)).toBe(503)
  fails = false
  expect(await statusOf(stateEvent)).toBe(200)
  expect(got).toHaveLength(1)
  expect(told[0]).toMatchObject({ type: 'webhook_failed', step: 'onVehicleState' })
  expect(JSON.stringify(told, Object.getOwnPropertyNames(Error.prototype))).not.toContain(
    managementToken,
  )
})

test('an event of the dashboard changes nothing and reaches nobody, and the developer is told why', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {})
  const { statusOf, got, told, store } = receive()
  const test = { ...stateEvent, meta: { ...stateEvent.meta, mode: 'TEST' } }
  expect(await statusOf(test)).toBe(200)
  expect(got).toEqual([])
  expect(told).toEqual([{ type: 'webhook_handled', eventType: 'VEHICLE_STATE', isTest: true }])
  expect(info).toHaveBeenCalledWith(expect.stringContaining('marks no car'))
  info.mockRestore()
  // The real event with the same id still counts.
  expect((await store.claimEvent('event-1', 1, 1)).status).toBe('claimed')
})

test('marks a vehicle that has to be signed in to, until that is over', async () => {
  const { statusOf, store, pass } = receive()
  await store.saveVehicle(storedVehicle({ stateMs: 0 }))
  async function state() {
    return (await store.readVehicle('ada', 'vehicle-1'))?.state
  }
  expect(await statusOf(errorEvent('ERROR'))).toBe(200)
  expect(await state()).toBe('needs_reauth')
  pass(1000)
  expect(await statusOf(errorEvent('RESOLVED'))).toBe(200)
  expect(await state()).toBe('connected')
})

test.each([
  ['of one signal', { signals: [{ code: 'odometer-traveleddistance' }] }],
  ['that passes by itself', { type: 'VEHICLE_STATE', code: 'ASLEEP', resolution: { type: null } }],
])('an error %s does not ask for a new sign-in', async (_what, change) => {
  const { statusOf, store, got } = receive()
  await store.saveVehicle(storedVehicle({ stateMs: 0 }))
  expect(await statusOf(errorEvent('ERROR', change))).toBe(200)
  expect(await store.readVehicle('ada', 'vehicle-1')).toMatchObject({ state: 'connected' })
  expect(got).toHaveLength(1)
})

test('an event of another type goes to the app as it came', async () => {
  const { statusOf, got } = receive()
  const other = { eventId: 'event-9', eventType: 'CONNECTION_STATUS', data: { anything: [1] } }
  expect(await statusOf(other)).toBe(200)
  expect(got).toMatchObject([{ type: 'CONNECTION_STATUS', raw: other }])
})

test('an event without an id is known by its body', async () => {
  const { statusOf, got } = receive()
  const bare = { eventType: 'SOMETHING' }
  expect([await statusOf(bare), await statusOf(bare)]).toEqual([200, 200])
  expect(got).toHaveLength(1)
})

test.each(['event\u0000', 'é', 'x'.repeat(257), '\ud800'])(
  'an event with an id that a database could refuse is known by its body: %j',
  async eventId => {
    const { statusOf, got } = receive()
    expect(await statusOf({ ...stateEvent, eventId })).toBe(200)
    expect(got).toMatchObject([{ id: expect.stringMatching(/^[\w-]{43}$/) }])
  },
)

test('refuses what is no delivery', async () => {
  const { handler, statusOf } = receive()
  expect((await handler(new Request('https://app.example.com/webhook'))).status).toBe(405)
  expect(await statusOf('not json')).toBe(400)
  expect(await statusOf(`"${'x'.repeat(1024 * 1024)}"`)).toBe(413)
  const read = delivery(stateEvent)
  await read.text()
  expect((await handler(read)).status).toBe(500)
})

test('without a token nothing is answered as if it were signed', async () => {
  const told: ServerEvent[] = []
  const handler = createWebhookHandler({ managementToken: '', onEvent: event => told.push(event) })
  expect((await handler(delivery(stateEvent, sign(JSON.stringify(stateEvent), '')))).status).toBe(
    500,
  )
  await expect(handler.check()).rejects.toThrow(/managementToken/)
  expect(told).toMatchObject([{ type: 'webhook_failed', step: 'options' }])
})

test('a function that still runs is not run a second time beside itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  let calls = 0
  const { statusOf } = receive({
    onVehicleState: () => {
      calls += 1
      return new Promise(() => {})
    },
  })
  const first = statusOf(stateEvent)
  await vi.waitUntil(() => calls === 1)
  await vi.advanceTimersByTimeAsync(12_000)
  expect(await first).toBe(503)
  // The lease is left to end by itself.
  expect(await statusOf(stateEvent)).toBe(503)
  expect(calls).toBe(1)
})

test('a body that was parsed already is refused with a sentence', { tags: ['T44'] }, async () => {
  const { handler, got, told } = receive()
  const parsed = delivery(stateEvent)
  await parsed.json()
  const response = await handler(parsed)
  expect([response.status, await response.json()]).toEqual([
    500,
    expect.objectContaining({ code: 'body_read', detail: expect.stringMatching(/body parser/) }),
  ])
  expect(told).toEqual([{ type: 'webhook_refused', reason: 'body_read', status: 500 }])
  expect(got).toEqual([])
})
