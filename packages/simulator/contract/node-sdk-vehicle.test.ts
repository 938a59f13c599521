// Everything that the official Node SDK can ask of a vehicle and of version 2 around it.

import smartcar from 'smartcar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'
import { connectCar, hybrid } from '../test/connected-car.ts'
import { createVisitor } from '../test/visitor.ts'

const simulator = createSimulator()
let listening: SimulatorServer
let vehicle: InstanceType<typeof smartcar.Vehicle>
let id = ''

beforeAll(async () => {
  listening = await listen(simulator, 0)
  process.env.SMARTCAR_API_ORIGIN = listening.address
  process.env.SMARTCAR_MANAGEMENT_API_ORIGIN = listening.address
  const car = await connectCar(createVisitor(simulator), {}, hybrid)
  id = car.id
  vehicle = new smartcar.Vehicle(id, car.accessToken)
})

afterAll(() => listening.stop())

const requestId = expect.stringMatching(/^[\da-f-]{36}$/)
const aged = { requestId, dataAge: expect.any(Date), fetchedAt: expect.any(Date) }
const metric = { ...aged, unitSystem: 'metric' }
const number = expect.any(Number)

test('reads every part of a vehicle', async () => {
  expect(await vehicle.vin()).toEqual({ vin: '0SCKAXX0000000001', meta: { requestId } })
  expect(await vehicle.attributes()).toMatchObject({ id, make: 'KIA', meta: { requestId } })
  expect(await vehicle.odometer()).toEqual({ distance: number, meta: metric })
  expect(await vehicle.battery()).toEqual({ percentRemaining: number, range: number, meta: metric })
  expect(await vehicle.batteryCapacity()).toEqual({ capacity: number, meta: aged })
  expect(await vehicle.nominalCapacity()).toMatchObject({
    capacity: { nominal: number, source: 'SMARTCAR' },
    meta: aged,
  })
  expect(await vehicle.charge()).toMatchObject({ isPluggedIn: true, meta: aged })
  expect(await vehicle.fuel()).toMatchObject({ range: number, amountRemaining: number })
  expect(await vehicle.engineOil()).toEqual({ lifeRemaining: number, meta: aged })
  expect(await vehicle.tirePressure()).toMatchObject({ frontLeft: number, meta: metric })
  expect(await vehicle.location()).toEqual({ latitude: number, longitude: number, meta: aged })
  const { doors, ...lock } = await vehicle.lockStatus()
  expect(lock).toMatchObject({ isLocked: true, meta: aged })
  expect(doors).toContainEqual({ type: 'backRight', status: 'CLOSED' })
  const { systems } = await vehicle.diagnosticSystemStatus()
  expect(systems.map(({ systemId }) => systemId)).toContain('SYSTEM_TPMS')
  expect(await vehicle.diagnosticTroubleCodes()).toEqual({
    activeCodes: expect.any(Array),
    meta: aged,
  })
  const { data } = await vehicle.serviceHistory('2000-01-01', '2099-12-31')
  expect(data[0]).toMatchObject({ odometerDistance: number })
  const { permissions, paging } = await vehicle.permissions()
  expect(permissions).toHaveLength(paging.count)
})

test('gives every command', async () => {
  const success = {
    status: 'success',
    message: 'Successfully sent request to vehicle',
    meta: { requestId },
  }
  expect(await vehicle.lock()).toEqual(success)
  expect(await vehicle.unlock()).toEqual(success)
  expect(await vehicle.startCharge()).toEqual(success)
  expect(await vehicle.stopCharge()).toEqual(success)
  expect(await vehicle.setChargeLimit(0.9)).toEqual(success)
  expect(await vehicle.getChargeLimit()).toMatchObject({ limit: 0.9 })
  expect(await vehicle.sendDestination(37.7749, -122.4194)).toEqual(success)
  const refused = vehicle.request('POST', 'security', { action: 'EXPLODE' })
  await expect(refused).rejects.toMatchObject({
    statusCode: 400,
    type: 'VALIDATION',
    detail: [{ field: 'action', message: expect.any(String) }],
  })
})

test('asks for one version and is answered by the newest', async () => {
  smartcar.setApiVersion('1.0')
  try {
    const { accessToken } = await connectCar(createVisitor(simulator))
    expect((await smartcar.getVehicles(accessToken)).vehicles.length).toBeGreaterThan(0)
  } finally {
    smartcar.setApiVersion('2.0')
  }
})

test('asks whether cars are compatible', async () => {
  const client = { clientId: 'demo-client', clientSecret: 'demo-secret' }
  const scope = ['read_odometer', 'read_location']
  const tesla = await smartcar.getCompatibility('5YJXCDE22HF068739', scope, null, client)
  expect(tesla).toMatchObject({ compatible: true, reason: null, meta: { requestId } })
  expect(tesla.capabilities.map(({ capable }) => capable)).toEqual([true, true])
  const matrix = await smartcar.getCompatibilityMatrix('US', {
    ...client,
    make: 'NISSAN',
    type: 'BEV',
    scope: ['read_battery', 'read_charge'],
  })
  expect(matrix.NISSAN?.map(({ type }) => type)).toContain('BEV')
})

test('lists and ends connections', async () => {
  await connectCar(createVisitor(simulator), {}, '3-vehicles@smartcar.com')
  const token = 'demo-management-token'
  const page = await smartcar.getConnections(token, {}, { limit: 2 })
  expect(page.connections).toHaveLength(2)
  const { cursor } = page.paging
  expect(cursor).not.toBeNull()
  const next = await smartcar.getConnections(token, {}, { limit: 2, cursor })
  expect(next.connections[0]).not.toEqual(page.connections[0])
  const userId = page.connections[0]?.userId ?? ''
  expect((await smartcar.deleteConnections(token, { userId })).connections).toHaveLength(3)
  expect((await smartcar.getConnections(token, { userId })).connections).toHaveLength(0)
  await expect(smartcar.getConnections('wrong')).rejects.toMatchObject({ statusCode: 401 })
})
