// The scenarios that spoil deliveries.

import { beforeEach, expect, test } from 'vitest'
import {
  createInbox,
  type Inbox,
  startWebhookWorld,
  type WebhookWorld,
} from '../../test/webhook-world.ts'

let inbox: Inbox
let world: WebhookWorld

beforeEach(async () => {
  inbox = createInbox()
  world = await startWebhookWorld({}, { deliver: inbox.deliver })
})

async function subscribe(scenario: string): Promise<{ userId: string; vehicleId: string }> {
  const ids = await world.connect({ flags: `scenario:${scenario}` })
  await world.subscribe(ids)
  return ids
}

test('doubled: the same event comes twice', async () => {
  await subscribe('webhook-doubled')
  expect(inbox.documents).toHaveLength(2)
  const [first, second] = inbox.documents
  expect(second?.eventId).toBe(first?.eventId)
  expect(second?.meta.deliveryId).not.toBe(first?.meta.deliveryId)
  expect(inbox.signatures).toEqual([true, true])
})

test('late: an event comes a minute later, with the values that it had', async () => {
  await subscribe('webhook-late')
  await world.control('clock', { advanceMs: 59_999 })
  expect(inbox.documents).toEqual([])
  await world.control('clock', { advanceMs: 1 })
  expect(inbox.documents).toHaveLength(1)
  expect(inbox.documents[0]?.meta.deliveredAt).toBe(Date.UTC(2026, 5, 1, 10, 1))
})

test('out of order: the second event comes before the first', async () => {
  const ids = await subscribe('webhook-out-of-order')
  expect(inbox.documents).toEqual([])
  await world.command(ids, 'charge/stop')
  expect(inbox.documents.map(({ meta }) => meta.sequence)).toEqual([2, 1])
})

test('out of order: an event without a second one comes after a minute', async () => {
  await subscribe('webhook-out-of-order')
  await world.control('clock', { advanceMs: 60_000 })
  expect(inbox.documents.map(({ meta }) => meta.sequence)).toContain(1)
})

test('wrong signature: the signature is none of the receiver’s token', async () => {
  await subscribe('webhook-wrong-signature')
  expect(inbox.signatures).toEqual([false])
})

test('unknown event: a type that nobody has heard of comes too, rightly signed', async () => {
  await subscribe('webhook-unknown-event')
  const types = inbox.documents.map(({ eventType }) => eventType)
  expect(types).toEqual(['VEHICLE_STATE', 'VEHICLE_MOON_PHASE'])
  expect(inbox.signatures).toEqual([true, true])
})

test('the simulator’s own scenario counts where the connection has none for webhooks', async () => {
  const ids = await subscribe('happy')
  await world.control('scenario', { name: 'webhook-doubled' })
  await world.command(ids, 'charge/stop')
  expect(inbox.documents).toHaveLength(3)
})
