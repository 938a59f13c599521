// Signing in again: the external id of the request takes the place of the one that was there.

import { expect, test } from 'vitest'
import { machineToken } from '../../test/machine-token.ts'
import { everything, startVersion3 } from '../../test/version-3.ts'
import { connectUrl, createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

async function setUp() {
  const simulator = createSimulator()
  const visitor = createVisitor(simulator)
  const token = await machineToken(simulator)
  /** The ids of the vehicles that are listed under an external id. */
  async function listed(externalId: string): Promise<string[]> {
    const query = new URLSearchParams({ 'filter[user.externalId]': externalId })
    const { body } = await visitor.read(`/v3/connections?${query}`, token)
    const { data } = body as {
      data: { relationships: { vehicle: { data: { id: string } } } }[]
    }
    return data.map(({ relationships }) => relationships.vehicle.data.id)
  }
  async function signInAgain(more: Readonly<Record<string, string>>, email: string) {
    const again = connectUrl({ response_type: 'vehicle_id', ...more })
    await visitor.goTo(again.replace('/authorize', '/reauthenticate'))
    await visitor.press('Sign in', { email, password: 'secret' })
  }
  await visitor.connect({ external_id: 'first' }, 'ada@example.com')
  const [vehicleId = ''] = await listed('first')
  return { listed, signInAgain, vehicleId }
}

test('the external id of a new sign-in replaces the one of the person', async () => {
  const { listed, signInAgain, vehicleId } = await setUp()
  await signInAgain({ vehicle_id: vehicleId, external_id: 'second' }, 'ada@example.com')
  expect(await listed('second')).toContain(vehicleId)
  expect(await listed('first')).toEqual([])
})

test('a new sign-in without an external id leaves it, and `null` clears it', async () => {
  const { listed, signInAgain, vehicleId } = await setUp()
  await signInAgain({ vehicle_id: vehicleId }, 'ada@example.com')
  expect(await listed('first')).toContain(vehicleId)
  await signInAgain({ vehicle_id: vehicleId, external_id: 'null' }, 'ada@example.com')
  expect(await listed('first')).toEqual([])
})

test('another person’s sign-in changes nobody’s external id', async () => {
  const { listed, signInAgain, vehicleId } = await setUp()
  await signInAgain({ vehicle_id: vehicleId, external_id: 'second' }, 'eve@example.com')
  expect(await listed('second')).toEqual([])
  expect(await listed('first')).toContain(vehicleId)
})

test('a new sign-in is for all vehicles of the account', async () => {
  const { call, connect, visitor } = startVersion3({ scenario: 'needs-reauthentication' })
  const { userId } = await connect('ada@example.com', { scope: everything })
  const { body } = await call(`/connections?filter[userId]=${userId}`)
  const ids: string[] = body.data.map(
    (one: { relationships: { vehicle: { data: { id: string } } } }) =>
      one.relationships.vehicle.data.id,
  )
  expect(ids.length).toBeGreaterThan(1)
  function lockAll() {
    const locked = ids.map(async id => {
      const path = `/vehicles/${id}/commands/security/lock`
      return (await call(path, { method: 'POST', userId })).body?.errors?.[0].code
    })
    return Promise.all(locked)
  }
  expect(new Set(await lockAll())).toEqual(new Set(['AUTHENTICATION_FAILED']))
  const again = connectUrl({ response_type: 'vehicle_id', vehicle_id: ids[0] ?? '' })
  await visitor.goTo(again.replace('/authorize', '/reauthenticate'))
  await visitor.press('Sign in', { email: 'ada@example.com', password: 'secret' })
  expect(await lockAll()).not.toContain('AUTHENTICATION_FAILED')
})
