// Attempts, scenarios and limits of deliveries, with a receiver that has no port.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createInbox,
  driveWebhookWorld,
  type Inbox,
  startWebhookWorld,
  type WebhookWorld,
  webhookId,
} from '../../test/webhook-world.ts'
import { createSimulator } from '../simulator.ts'
import { demoApplication } from '../world/applications.ts'
import { deliveriesLimit, payloadsLimit } from './delivery-log.ts'

let inbox: Inbox
let world: WebhookWorld
let ids: { userId: string; vehicleId: string }

beforeEach(async () => {
  inbox = createInbox()
  world = await startWebhookWorld({}, { deliver: inbox.deliver })
  ids = await world.connect()
})

afterEach(() => vi.useRealTimers())

function eventIds(): readonly string[] {
  return inbox.documents.map(({ eventId }) => eventId)
}

/** Resolves when the next event comes, which is then answered with `response`. */
function nextEvent(response: Response | Promise<Response>): Promise<void> {
  return new Promise(resolve => {
    inbox.answer = () => {
      resolve()
      return response
    }
  })
}

function failing(status = 500): void {
  inbox.answer = () => new Response(null, { status })
}

async function log() {
  return (await world.control('deliveries?eventType=VEHICLE_STATE')).body.entries
}

test('a failed event is tried at 0, +25, +50 and +100 seconds, then dropped', async () => {
  failing()
  await world.subscribe(ids)
  const moves = [24_999, 1, 49_999, 1, 99_999, 1, 1_000_000]
  const attempts: number[] = []
  for (const advanceMs of moves) {
    await world.control('clock', { advanceMs })
    // The clock also changes the car; this is about the first event.
    attempts.push(eventIds().filter(id => id === eventIds()[0]).length)
  }
  expect(attempts).toEqual([1, 2, 2, 3, 3, 4, 4])
})

test('all attempts have the same event id and body, and a delivery id of their own', async () => {
  failing(503)
  await world.subscribe(ids)
  await world.control('clock', { advanceMs: 25_000 })
  const [first, second] = inbox.documents
  expect(new Set(eventIds()).size).toBe(1)
  expect(new Set(inbox.documents.map(({ meta }) => meta.deliveryId)).size).toBe(2)
  expect(second?.data).toEqual(first?.data)
  expect(second?.meta.deliveredAt).toBe(Number(first?.meta.deliveredAt) + 25_000)
  expect(await log()).toMatchObject([
    { attempt: 1, ok: false, status: 503, nextAttemptAt: '2026-06-01T10:00:25.000Z' },
    { attempt: 2, ok: false, status: 503, nextAttemptAt: '2026-06-01T10:01:15.000Z' },
  ])
})

test.each([200, 202, 204, 299])('status %i is a success', async status => {
  failing(status)
  await world.subscribe(ids)
  await world.control('clock', { advanceMs: 25_000 })
  expect(inbox.documents).toHaveLength(1)
})

test('a redirect is a failure and is not followed', async () => {
  inbox.answer = () => Response.redirect('http://localhost:4010/elsewhere', 307)
  await world.subscribe(ids)
  expect(await log()).toMatchObject([
    { ok: false, status: 307, problem: expect.stringContaining('redirect') },
  ])
})

test('an address that nobody listens at is told as such', async () => {
  inbox.answer = () => {
    throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
  }
  await world.subscribe(ids)
  expect(await log()).toMatchObject([
    { ok: false, problem: 'The address cannot be reached: ECONNREFUSED' },
  ])
  expect((await log())[0]).not.toHaveProperty('status')
})

test('a receiver that never answers is given up after 15 seconds', async () => {
  vi.useFakeTimers()
  const asked = nextEvent(new Promise<never>(() => {}))
  const subscribing = world.subscribe(ids)
  await asked
  await vi.advanceTimersByTimeAsync(14_999)
  expect(await log()).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await subscribing
  expect(await log()).toMatchObject([{ ok: false, problem: expect.stringContaining('15 seconds') }])
})

test('in real time the next attempt comes by itself, and no timer runs without one', async () => {
  vi.useFakeTimers()
  world = await startWebhookWorld({}, { deliver: inbox.deliver, now: () => Date.now() })
  ids = await world.connect()
  failing()
  await world.subscribe(ids)
  expect(vi.getTimerCount()).toBe(1)
  const arrived = nextEvent(new Response())
  await vi.advanceTimersByTimeAsync(25_100)
  await arrived
  await world.simulator.settled()
  expect([inbox.documents.length, vi.getTimerCount()]).toEqual([2, 0])
})

test('a timer that finds the clock standing still does not begin anew', async () => {
  vi.useFakeTimers()
  failing()
  await world.subscribe(ids)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([inbox.documents.length, vi.getTimerCount()]).toEqual([1, 0])
})

test('a disabled webhook forgets what waits, and tells everything anew when it is enabled', async () => {
  failing()
  await world.subscribe(ids)
  await world.control('webhooks', { id: webhookId, isEnabled: false })
  inbox.answer = undefined
  await world.command(ids, 'charge/stop')
  await world.control('clock', { advanceMs: 600_000 })
  expect(inbox.documents).toHaveLength(1)
  await world.control('webhooks', { id: webhookId, isEnabled: true })
  await world.simulator.settled()
  expect(inbox.documents.slice(1).map(({ triggers }) => triggers)).toEqual([
    [{ type: 'FIRST_DELIVERY' }],
  ])
})

test('what is forgotten while its receiver thinks is not tried again', async () => {
  inbox.answer = async () => {
    await world.control('webhooks', { id: webhookId, isEnabled: false })
    return new Response(null, { status: 500 })
  }
  await world.subscribe(ids)
  expect(inbox.documents).toHaveLength(1)
  expect((await world.control('deliveries')).body.pending).toBe(0)
})

test('an event follows a request by itself', async () => {
  const arrived = nextEvent(new Response())
  const body = JSON.stringify({ data: { attributes: { webhookId, ...ids } } })
  await world.call('/subscriptions', { method: 'POST', body })
  await arrived
  expect(inbox.documents).toHaveLength(1)
})

test('kept deliveries do not leave for hosts that are no longer allowed', async () => {
  const callbackUri = 'http://backend:3000/hook'
  const before = await startWebhookWorld(
    { callbackUri },
    { deliver: inbox.deliver, hosts: ['backend'] },
  )
  failing()
  await before.subscribe(await before.connect())
  const next = createSimulator({
    snapshot: before.simulator.snapshot(),
    now: () => Date.UTC(2026, 5, 1, 10, 0, 25),
    deliver: inbox.deliver,
  })
  await next.settled()
  expect(inbox.documents).toHaveLength(1)
  const { control } = await driveWebhookWorld(next)
  const { entries } = (await control('deliveries')).body
  expect(entries.at(-1).problem).toContain('not deliver to this address')
})

test('what waits survives a restart', async () => {
  failing()
  await world.subscribe(ids)
  const snapshot = JSON.parse(JSON.stringify(world.simulator.snapshot()))
  const again = createInbox()
  const next = createSimulator({
    snapshot,
    now: () => Date.UTC(2026, 5, 1, 10, 0, 25),
    deliver: again.deliver,
    applications: [{ ...demoApplication }],
  })
  await next.settled()
  expect(again.documents[0]?.eventId).toBe(inbox.documents[0]?.eventId)
  expect(again.signatures).toEqual([true])
})

test('a reset forgets what waits and makes the webhooks of the options anew', async () => {
  failing()
  await world.subscribe(ids)
  await world.control('webhooks', { id: webhookId, name: 'Other' })
  await world.control('reset', {})
  await world.control('clock', { advanceMs: 25_000 })
  expect(inbox.documents).toHaveLength(1)
  const { body } = await world.control('webhooks')
  expect(body).toMatchObject({ webhooks: [{ name: 'My hook' }], subscriptions: [] })
  expect((await world.control('deliveries')).body).toEqual({ total: 0, pending: 0, entries: [] })
})

test('the entries and their documents stay bounded', async () => {
  await world.subscribe(ids)
  const snapshot = world.simulator.snapshot()
  const entry = { ...(snapshot.state.deliveries as object[])[1] }
  const deliveries = Array.from({ length: deliveriesLimit }, (_, at) => ({ ...entry, number: at }))
  const next = createSimulator({
    snapshot: { ...snapshot, state: { ...snapshot.state, deliveries } },
    deliver: inbox.deliver,
    now: () => Date.UTC(2026, 5, 1, 10),
  })
  const { control } = await driveWebhookWorld(next)
  await control('webhooks/send', { webhookId, eventType: 'VEHICLE_STATE' })
  const { entries } = (await control('deliveries')).body
  expect(entries).toHaveLength(deliveriesLimit / 2 + 1)
  expect(entries.at(-1 - payloadsLimit)).not.toHaveProperty('payload')
  expect(entries.at(-payloadsLimit)).toHaveProperty('payload')
})

test('what is kept of an application that is gone is not delivered, and nothing fails', async () => {
  failing()
  await world.subscribe(ids)
  const later = createSimulator({ snapshot: world.simulator.snapshot(), deliver: inbox.deliver })
  const count = inbox.documents.length
  const other = createSimulator({
    snapshot: world.simulator.snapshot(),
    deliver: inbox.deliver,
    applications: [{ ...demoApplication, clientId: 'other' }],
  })
  for (const simulator of [later, other]) {
    const moved = await simulator.fetch(
      new Request('http://localhost:4010/__simulator/clock', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ advanceMs: 3_600_000 }),
      }),
    )
    expect(moved.status).toBe(200)
  }
  expect(other.snapshot().state).toMatchObject({ webhooks: [], pendingDeliveries: [] })
  expect(later.snapshot().state.webhooks).toHaveLength(1)
  expect(inbox.documents.length).toBeGreaterThan(count)
})

test('a clock that goes back a century starts no timer that runs off at once', async () => {
  failing()
  await world.subscribe(ids)
  const timers = vi.spyOn(globalThis, 'setTimeout')
  await world.control('clock', { advanceMs: -99 * 365 * 86_400_000 })
  const waits = timers.mock.calls.map(([, waitMs]) => waitMs ?? 0)
  timers.mockRestore()
  expect(waits.some(waitMs => waitMs > 1_000_000)).toBe(true)
  expect(Math.max(...waits)).toBeLessThan(2 ** 31)
})

test('who disconnects a vehicle leaves what waits for another user of it', async () => {
  failing()
  const vin = { single_select: 'true', single_select_vin: 'ZZZTESL0000000001' }
  const one = await world.connect(vin, 'one@example.com')
  const other = await world.connect(vin, 'other@example.com')
  expect(one.vehicleId).toBe(other.vehicleId)
  await world.subscribe(one)
  await world.subscribe(other)
  await world.call(`/users/${one.userId}`, { method: 'DELETE' })
  await world.control('clock', { advanceMs: 25_000 })
  const toldOf = inbox.documents.map(({ data }) => (data.user as { id: string }).id)
  expect(toldOf).toEqual([one.userId, other.userId, other.userId])
})
