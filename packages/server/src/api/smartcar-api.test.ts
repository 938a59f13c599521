// The version 3 client against the simulator: every call, over its fetch.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, expectTypeOf, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import { realClock } from './api-clock.ts'
import { createSmartcarApi } from './smartcar-api.ts'
import type { SmartcarApi, VehicleRef } from './smartcar-api-contract.ts'

const everything = [
  'read_vehicle_info read_vin read_odometer read_battery read_charge read_security read_tires',
  'control_charge control_security control_navigation',
].join(' ')

async function open(scenario = 'happy') {
  const simulator = createSimulator({ scenario, wait: async () => {} })
  const fetch: Fetch = request => simulator.fetch(request)
  const api = createSmartcarApi({
    clientId: 'client_demo',
    clientSecret: 'demo-machine-secret',
    simulator: 'http://localhost:4010',
    fetch,
    // Waits are told in the tests of calls; here none is slept through.
    clock: { ...realClock, sleep: async () => {} },
  })
  const params = { response_type: 'none', scope: everything, external_id: 'ours' }
  const query = await connectInSimulator(fetch, { params })
  const userId = query.get('user_id') ?? ''
  return { api, userId, simulator, car: await firstCar(api, userId) }
}

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}

async function firstCar(api: SmartcarApi, userId: string): Promise<VehicleRef> {
  for await (const { vehicle } of api.connections({ userId })) {
    return { userId, vehicleId: vehicle.id }
  }
  throw new Error('The person has no car.')
}

test('connections, one connection, the vehicle, and the end of both', async () => {
  const { api, userId } = await open()
  const found = await collect(api.connections({ externalId: 'ours' }))
  expect(found).toHaveLength(2)
  const [connection] = found
  expect(connection).toMatchObject({
    userId,
    externalId: 'ours',
    vehicle: { make: 'TESLA', mode: 'live', powertrainType: 'BEV' },
    permissions: expect.arrayContaining(['read_odometer']),
    createdAt: expect.any(Date),
  })
  expect(await collect(api.connections({ userId, mode: 'simulated' }))).toEqual([])
  const id = connection?.id ?? ''
  expect(await api.connection(id)).toMatchObject({ id, userId, vehicle: connection?.vehicle })
  expect(await api.vehicle(connection?.vehicle.id ?? '')).toEqual(connection?.vehicle)
  await api.disconnect(id)
  await expect(api.connection(id)).rejects.toMatchObject({
    name: 'SmartcarApiError',
    status: 404,
    type: 'RESOURCE_NOT_FOUND',
    requestId: expect.any(String),
  })
  await api.removeUser(userId)
  expect(await collect(api.connections({ userId }))).toEqual([])
})

test('goes through every page of a long list', async () => {
  const { api, simulator } = await open()
  const params = { response_type: 'none', scope: everything, external_id: 'many' }
  const email = '120-vehicles@smartcar.com'
  await connectInSimulator(request => simulator.fetch(request), { params, email })
  expect(await collect(api.connections({ externalId: 'many' }))).toHaveLength(120)
})

test('signals, typed by their code', async () => {
  const { api, car } = await open()
  const { vehicle, all, get } = await api.signals(car)
  expect(vehicle?.id).toBe(car.vehicleId)
  expect(all.length).toBeGreaterThan(20)
  // Every signal of the simulator has the body that the catalogue says.
  expect(all.filter(signal => !signal.ok && signal.error.type === 'UNREADABLE')).toEqual([])
  const charge = get('tractionbattery-stateofcharge')
  if (charge?.ok) expectTypeOf(charge.body.value).toEqualTypeOf<number>()
  expect(charge).toMatchObject({ ok: true, body: { value: expect.any(Number), unit: 'percent' } })
  const odometer = await api.signal(car, 'odometer-traveleddistance')
  expect(odometer).toMatchObject({ ok: true, body: { value: expect.any(Number), unit: 'km' } })
  expect(await api.signal(car, 'location-preciselocation')).toMatchObject({
    ok: false,
    error: { type: 'PERMISSION', resolution: { type: 'REAUTHENTICATE' } },
  })
  await expect(api.signal(car, 'no-such')).rejects.toMatchObject({ code: 'SIGNAL_NOT_FOUND' })
})

test('commands change the car, and refusals say why', async () => {
  const { api, car } = await open()
  async function limit() {
    const signal = await api.signal(car, 'charge-chargelimits')
    return signal.ok ? signal.body.activeLimit : undefined
  }
  expect(await api.command(car, 'charge/set-limit', { percent: 70 })).toMatchObject({
    ok: true,
    status: 'SUCCESS',
    executedAt: expect.any(Date),
  })
  expect(await limit()).toBe(70)
  await api.command(car, 'security/unlock')
  expect(await api.signal(car, 'closure-islocked')).toMatchObject({ body: { value: false } })
  await api.command(car, 'navigation/set-destination', { latitude: 1, longitude: 2 })
  await api.command(car, 'charge/stop')
  await expect(api.command(car, 'charge/stop')).rejects.toMatchObject({
    status: 409,
    type: 'VEHICLE_STATE',
    isOutcomeUnknown: false,
  })
})

test('what the provider would refuse is not sent', async () => {
  const { api, car, simulator } = await open()
  const before = simulator.snapshot().state.journalTotal
  await expect(api.command(car, 'charge/set-limit', { percent: 40 })).rejects.toThrow(TypeError)
  const place = { latitude: 91, longitude: 0 }
  await expect(api.command(car, 'navigation/set-destination', place)).rejects.toThrow(TypeError)
  await expect(api.vehicle('')).rejects.toThrow(TypeError)
  await expect(api.vehicle('..')).rejects.toThrow(TypeError)
  expect(simulator.snapshot().state.journalTotal).toBe(before)
})

test('charge schedules are made, read back and removed', async () => {
  const { api, car } = await open()
  const location = { latitude: 48.1, longitude: 11.5 }
  const daily = { type: 'daily', location, startTime: '22:00', stopTime: '06:00' } as const
  const { ok, scheduleId } = await api.addChargeSchedule(car, daily)
  expect([ok, scheduleId]).toEqual([true, expect.stringMatching(/^sched_/)])
  const timers = await api.signal(car, 'charge-chargetimers')
  expect(timers.ok && timers.body.values.map(timer => timer.scheduleId)).toContain(scheduleId)
  await api.removeChargeSchedule(car, scheduleId ?? '')
  await expect(api.removeChargeSchedule(car, scheduleId ?? '')).rejects.toMatchObject({
    status: 404,
  })
  const wrong = { ...daily, startTime: '10 pm' }
  await expect(api.addChargeSchedule(car, wrong)).rejects.toThrow(/HH:mm/)
})

test('a streamed command is read to its end', async () => {
  const slow = await open('slow-commands')
  expect(await slow.api.command(slow.car, 'charge/set-limit', { percent: 60 })).toMatchObject({
    ok: true,
  })
  const failing = await open('slow-commands-fail')
  await expect(
    failing.api.command(failing.car, 'charge/set-limit', { percent: 60 }),
  ).rejects.toMatchObject({ failure: 'refused', status: expect.any(Number) })
})

test('what can be connected is public', async () => {
  const { api } = await open()
  const models = await api.compatibleVehicles({ region: 'US', make: 'TESLA' })
  expect(models.length).toBeGreaterThan(1)
  expect(models[0]).toMatchObject({
    region: 'US',
    powertrainType: 'BEV',
    capabilities: expect.arrayContaining([
      expect.objectContaining({ type: 'signal', capability: 'tractionbattery-stateofcharge' }),
    ]),
  })
})

test('a wrong secret, an unset one and an address elsewhere', async () => {
  const options = { clientId: 'client_demo', simulator: 'http://localhost:4010' }
  const fetch: Fetch = request => createSimulator().fetch(request)
  const wrong = createSmartcarApi({ ...options, clientSecret: 'other', fetch })
  await expect(wrong.vehicle('1')).rejects.toMatchObject({ name: 'SmartcarApiError', status: 401 })
  const unset = createSmartcarApi({ ...options, clientSecret: '', fetch })
  await expect(unset.vehicle('1')).rejects.toThrow(TypeError)
})
