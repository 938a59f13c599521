// Many subscribed vehicles: nothing is lost, and little waits or runs at once.

import { expect, test } from 'vitest'
import { createInbox, startWebhookWorld, webhookId } from '../../test/webhook-world.ts'
import { limits } from '../memory/remember.ts'
import { deliveriesAtOnce } from './due-deliveries.ts'

const fleet = '400-vehicles@smartcar.com'

test('nearly a thousand vehicles are told one after the other, a few at once', async () => {
  const inbox = createInbox()
  let started = 0
  let running = 0
  let most = 0
  let mostPending = 0
  const world = await startWebhookWorld(
    { autoSubscribe: true },
    {
      deliver: async request => {
        started += 1
        running += 1
        most = Math.max(most, running)
        // A snapshot copies everything, so only some are taken.
        if (started % 50 === 10) {
          const { pendingDeliveries } = world.simulator.snapshot().state
          mostPending = Math.max(mostPending, (pendingDeliveries as unknown[]).length)
        }
        // Long enough for others to arrive meanwhile.
        await new Promise(resolve => setTimeout(resolve, 2))
        const answer = await inbox.deliver(request)
        running -= 1
        return answer
      },
    },
  )
  await world.connect({}, '999-vehicles@smartcar.com')
  await world.simulator.settled()
  const states = inbox.documents.filter(({ eventType }) => eventType === 'VEHICLE_STATE')
  const told = new Set(states.map(({ data }) => (data.vehicle as { id: string }).id))
  expect([told.size, states.length]).toEqual([999, 999])
  expect(most).toBe(deliveriesAtOnce)
  expect(mostPending).toBeLessThanOrEqual(limits.pendingDeliveries)
  expect(mostPending).toBeGreaterThan(limits.pendingDeliveries / 2)
})

test('a receiver that is down fills nothing beyond the limit', async () => {
  const inbox = createInbox()
  inbox.answer = () => new Response(null, { status: 500 })
  const world = await startWebhookWorld({ autoSubscribe: true }, { deliver: inbox.deliver })
  await world.connect({}, fleet)
  for (let minute = 0; minute < 5; minute += 1) {
    await world.control('clock', { advanceMs: 300_000 })
    const { pendingDeliveries, deliveries } = world.simulator.snapshot().state
    expect((pendingDeliveries as unknown[]).length).toBeLessThanOrEqual(limits.pendingDeliveries)
    expect((deliveries as unknown[]).length).toBeLessThanOrEqual(1_000)
  }
})

test('subscriptions beyond the limit forget the oldest', async () => {
  const world = await startWebhookWorld({ autoSubscribe: true, isEnabled: false })
  for (const number of ['999', '998', '997']) {
    await world.connect({}, `${number}-vehicles@smartcar.com`)
  }
  const { subscriptions } = (await world.control('webhooks')).body
  expect(subscriptions).toHaveLength(limits.subscriptions)
})

test('a receiver that changes the car with each delivery does not go on for ever', async () => {
  const inbox = createInbox()
  const world = await startWebhookWorld({}, { deliver: inbox.deliver })
  const ids = await world.connect()
  let isCharging = true
  inbox.answer = async () => {
    isCharging = !isCharging
    const path = `/vehicles/${ids.vehicleId}/commands/charge/${isCharging ? 'start' : 'stop'}`
    await world.call(path, { method: 'POST', headers: { 'sc-user-id': ids.userId } })
    return new Response()
  }
  await world.subscribe(ids)
  expect(inbox.documents.length).toBeGreaterThan(50)
  await world.control(`webhooks/${webhookId}`, {}, 'DELETE')
})
