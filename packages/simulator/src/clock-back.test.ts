// A clock that goes back: nothing vanishes, nothing comes from the future, no car is driven backwards.

import { expect, test } from 'vitest'
import { driveWebhookWorld, startWebhookWorld, type WebhookWorld } from '../test/webhook-world.ts'

const dayMs = 86_400_000

async function move(world: WebhookWorld, advanceMs: number): Promise<void> {
  expect((await world.control('clock', { advanceMs })).status).toBe(200)
}

test('a vehicle stays connected before the time at which it was connected', async () => {
  const early = await startWebhookWorld()
  await move(early, 30 * dayMs)
  const world = await driveWebhookWorld(early.simulator)
  const { userId, vehicleId } = await world.connect()
  await world.control('clock', { reset: true })
  const listed = await world.call(`/connections?filter[userId]=${userId}`)
  expect(listed.body.data).toHaveLength(2)
  const headers = { 'sc-user-id': userId }
  expect((await world.call(`/vehicles/${vehicleId}`)).status).toBe(200)
  expect((await world.call(`/vehicles/${vehicleId}/signals`, { headers })).status).toBe(200)
  const basic = `Basic ${btoa('default:demo-management-token')}`
  const managed = await world.simulator.fetch(
    new Request('http://localhost:4010/v2.0/management/connections', {
      headers: { Authorization: basic },
    }),
  )
  expect(((await managed.json()) as { connections: unknown[] }).connections).toHaveLength(2)
  expect((await world.subscribe({ userId, vehicleId })).status).toBe(202)
})

test('no signal is retrieved after it was stored, nor stored in the future', async () => {
  const world = await startWebhookWorld()
  const { userId, vehicleId } = await world.connect({ flags: 'scenario:signal-errors' })
  await move(world, -10 * dayMs)
  const headers = { 'sc-user-id': userId }
  const { body } = await world.call(`/vehicles/${vehicleId}/signals`, { headers })
  const now = (await world.control('clock')).body.now
  const times = (body.data as { meta: Record<string, string> }[]).map(({ meta }) => meta)
  const timed = times.filter(({ retrievedAt }) => retrievedAt !== undefined)
  expect(timed.length).toBeGreaterThan(3)
  for (const { oemUpdatedAt = '', retrievedAt = '', ingestedAt = '' } of timed) {
    const inOrder = [oemUpdatedAt, retrievedAt, ingestedAt, now]
    expect(inOrder.toSorted()).toEqual(inOrder)
  }
})

test('the odometer never falls, whoever reads and commands in between', async () => {
  const world = await startWebhookWorld()
  const ids = await world.connect()
  async function readKm(): Promise<number> {
    const path = `/vehicles/${ids.vehicleId}/signals/odometer-traveleddistance`
    const { body } = await world.call(path, { headers: { 'sc-user-id': ids.userId } })
    return body.data.attributes.body.value
  }
  const read = [await readKm()]
  await move(world, -10 * dayMs)
  read.push(await readKm())
  await move(world, 10 * dayMs)
  read.push(await readKm())
  await world.command(ids, 'security/unlock')
  read.push(await readKm())
  expect(read[2]).toBeGreaterThan(read[0] ?? 0)
  expect(read.toSorted((one, other) => one - other)).toEqual(read)
})
