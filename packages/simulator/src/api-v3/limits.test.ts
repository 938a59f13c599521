// The provider's limits in version 3, in the scenario that counts them.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { startVersion3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'

test('scenario provider-limits lets an application call 120 times, and twice more each minute', async () => {
  const { visitor, call } = startVersion3({ scenario: 'provider-limits' })
  async function statusesOf(count: number): Promise<readonly number[]> {
    const statuses: number[] = []
    for (let at = 0; at < count; at += 1) statuses.push((await call('/connections')).status)
    return statuses
  }
  expect(new Set(await statusesOf(120))).toEqual(new Set([200]))
  const { status, headers, body } = await call('/connections')
  expect([status, headers.get('Retry-After')]).toEqual([429, '30'])
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({
    status: '429',
    type: 'RATE_LIMIT',
    code: 'SMARTCAR_API',
    resolution: { type: 'RETRY_LATER' },
  })
  await visitor.moveClock(60_000)
  expect(await statusesOf(3)).toEqual([200, 200, 429])
})

test('scenario provider-limits lets a vehicle be called 500 times in a month', async () => {
  const { visitor, call, connect } = startVersion3({ scenario: 'provider-limits' })
  const { userId, vehicleId } = await connect()
  async function read(): Promise<number> {
    // The application's own limit must not be the one that is met.
    await visitor.moveClock(30_000)
    return (await call(`/vehicles/${vehicleId}/signals`, { userId })).status
  }
  for (let at = 0; at < 500; at += 1) await read()
  expect(await read()).toBe(430)
  await visitor.moveClock(30_000)
  const { body } = await call(`/vehicles/${vehicleId}`)
  expectShape(body, shapes.errors)
  expect(body.errors[0]).toMatchObject({
    status: '430',
    type: 'BILLING',
    code: 'VEHICLE_REQUEST_LIMIT',
  })
  expect((await call('/connections')).status).toBe(200)
  await visitor.moveClock(30 * 24 * 3_600_000)
  expect(await read()).toBe(200)
})

test('no limit counts unless a scenario asks for it', async () => {
  const { call } = startVersion3()
  for (let at = 0; at < 130; at += 1) expect((await call('/connections')).status).toBe(200)
})

test('scenario application-rate-limited refuses the list too', async () => {
  const { call } = startVersion3({ scenario: 'application-rate-limited' })
  const { status, headers, body } = await call('/connections')
  expect([status, headers.get('Retry-After')]).toEqual([429, '60'])
  expectShape(body, shapes.errors)
})
