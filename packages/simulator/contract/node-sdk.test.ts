// The official Node SDK, pointed here by its environment variables, finds its provider.

import smartcar from 'smartcar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'
import { walkToRedirect } from './walk-to-redirect.ts'

const simulator = createSimulator()
let listening: SimulatorServer

beforeAll(async () => {
  listening = await listen(simulator, 0)
  process.env.SMARTCAR_AUTH_ORIGIN = listening.address
  process.env.SMARTCAR_API_ORIGIN = listening.address
  process.env.SMARTCAR_API_V3_ORIGIN = listening.address
  process.env.SMARTCAR_MANAGEMENT_API_ORIGIN = listening.address
})

afterAll(() => listening.stop())

const scope = ['required:read_vehicle_info', 'read_odometer', 'read_battery', 'control_security']

function client(): InstanceType<typeof smartcar.AuthClient> {
  return new smartcar.AuthClient({
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    redirectUri: 'http://localhost:5173/callback',
    mode: 'simulated',
  })
}

/** Follows the SDK's own address through the pages, to the code. */
async function authorize(options: Record<string, unknown> = {}): Promise<string> {
  const address = client().getAuthUrl(scope, { state: 's-1', forcePrompt: true, ...options })
  expect(address.startsWith(`${listening.address}/oauth/authorize?`)).toBe(true)
  const landed = await walkToRedirect(simulator, address, { email: '2-vehicles@smartcar.com' })
  return landed.searchParams.get('code') ?? ''
}

test('address, code, tokens, refresh, readings and disconnecting', async () => {
  const first = await client().exchangeCode(await authorize())
  const access = await client().exchangeRefreshToken(first.refreshToken)
  expect(access.accessToken).not.toBe(first.accessToken)
  expect(access.expiration.getTime()).toBeGreaterThan(Date.now())

  const { vehicles, paging } = await smartcar.getVehicles(access.accessToken, { limit: 1 })
  expect([vehicles.length, paging]).toEqual([1, { count: 2, offset: 0 }])
  expect((await smartcar.getUser(access.accessToken)).id).toMatch(/^[0-9a-f-]{36}$/)

  const id = vehicles[0] ?? ''
  const vehicle = new smartcar.Vehicle(id, access.accessToken, { unitSystem: 'imperial' })
  expect(await vehicle.attributes()).toMatchObject({ id, make: 'KIA' })
  const odometer = await vehicle.odometer()
  expect(odometer.distance).toBeGreaterThan(0)
  expect(odometer.meta).toMatchObject({ unitSystem: 'imperial', dataAge: expect.any(Date) })
  expect((await vehicle.battery()).percentRemaining).toBeLessThanOrEqual(1)
  expect((await vehicle.lock()).status).toBe('success')
  expect((await vehicle.permissions()).permissions).toContain('read_odometer')

  const batch = await vehicle.batch(['/odometer', '/location'])
  expect(batch.odometer?.()).toMatchObject({ distance: odometer.distance })
  // The SDK stumbles over a failed part, which has no headers at the provider either.
  expect(() => batch.location?.()).toThrow(TypeError)

  const signals = await vehicle.getSignals()
  expect(signals.body.data.map(signal => signal.id)).toContain('odometer-traveleddistance')

  const managed = await smartcar.getConnections('demo-management-token', { vehicleId: id })
  expect(managed.connections).toHaveLength(1)

  expect((await vehicle.disconnect()).status).toBe('success')
  await expect(vehicle.odometer()).rejects.toMatchObject({ type: 'PERMISSION', statusCode: 403 })
})

test('its options for single select, make and flags are understood', async () => {
  const code = await authorize({
    singleSelect: { vin: '0SCKAXX0000000001' },
    makeBypass: 'TESLA',
    flags: { country: 'DE' },
    user: 'u-1',
  })
  const { accessToken } = await client().exchangeCode(code)
  expect((await smartcar.getVehicles(accessToken)).vehicles).toHaveLength(1)
})

test('errors become its own typed errors', async () => {
  const code = await authorize()
  const { accessToken } = await client().exchangeCode(code)
  const again = client().exchangeCode(code)
  await expect(again).rejects.toBeInstanceOf(smartcar.SmartcarError)
  await expect(again).rejects.toMatchObject({
    statusCode: 400,
    message: `invalid_request:undefined - Invalid code: ${code}.`,
  })
  // The second use revoked the first access.
  await expect(smartcar.getVehicles(accessToken)).rejects.toMatchObject({
    statusCode: 401,
    type: 'AUTHENTICATION',
    requestId: expect.any(String),
  })
})

test('a missing permission, a sleeping vehicle and a rate limit are told apart', async () => {
  async function reading(scenario: string): Promise<unknown> {
    const code = await authorize({ flags: { scenario } })
    const { accessToken } = await client().exchangeCode(code)
    const { vehicles } = await smartcar.getVehicles(accessToken)
    const vehicle = new smartcar.Vehicle(vehicles[0] ?? '', accessToken)
    return vehicle.odometer().catch((error: unknown) => error)
  }
  expect(await reading('fewer-permissions')).toMatchObject({
    type: 'PERMISSION',
    docURL: 'https://smartcar.com/docs/errors/api-errors/permission-errors#null',
    resolution: { type: 'REAUTHENTICATE' },
  })
  expect(await reading('vehicle-asleep')).toMatchObject({
    type: 'VEHICLE_STATE',
    code: 'ASLEEP',
    docURL: 'https://smartcar.com/docs/errors/api-errors/vehicle-state-errors#asleep',
    suggestedUserMessage: expect.any(String),
    resolution: { type: 'RETRY_LATER' },
  })
  expect(await reading('vehicle-rate-limited')).toMatchObject({ retryAfter: '60' })
  expect(await reading('needs-reauthentication')).toMatchObject({
    type: 'CONNECTED_SERVICES_ACCOUNT',
    resolution: { type: 'REAUTHENTICATE', url: expect.stringContaining('/oauth/reauthenticate?') },
  })
})

test('a wrong secret is an authentication error', async () => {
  const wrong = new smartcar.AuthClient({
    clientId: 'demo-client',
    clientSecret: 'other',
    redirectUri: 'http://localhost:5173/callback',
  })
  await expect(wrong.exchangeCode('x')).rejects.toMatchObject({
    statusCode: 401,
    type: 'invalid_client',
  })
})
