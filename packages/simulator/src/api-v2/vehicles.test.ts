// The version 2 vehicle API.

import { expect } from 'vitest'
import { connectCar as connect, everything, hybrid } from '../../test/connected-car.ts'
import { errorShape, validationShape } from '../../test/error-shapes.ts'
import { test } from '../../test/fixtures.ts'
import { expectShape } from '../../test/shape.ts'
import { connectUrl, createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

const authenticationShape = {
  ...errorShape('AUTHENTICATION', null, 401),
  // Suite: this sentence.
  description:
    'The authorization header is missing or malformed, or it contains invalid or expired authentication credentials. Please check for missing parameters, spelling and casing mistakes, and other syntax issues.',
  resolution: { type: null },
}

const permissionShape = {
  ...errorShape('PERMISSION', null, 403),
  // Suite: this sentence and this resolution.
  description:
    'Your application has insufficient permissions to access the requested resource. Please prompt the user to re-authenticate using Smartcar Connect.',
  resolution: { type: 'REAUTHENTICATE' },
}

test('answers carry age, time, units and a request id, and follow the unit system', async () => {
  const nowMs = Date.parse('2030-01-01T00:00:00Z')
  const visitor = createVisitor(createSimulator({ now: () => nowMs }))
  const { accessToken, path } = await connect(visitor)
  const metric = await visitor.read(`${path}/odometer`, accessToken)
  expect(metric.headers.get('SC-Fetched-At')).toBe('2030-01-01T00:00:00.000Z')
  expect(metric.headers.get('SC-Data-Age')).toBe('2029-12-31T23:59:50.000Z')
  expect(metric.headers.get('SC-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(metric.headers.get('SC-Unit-System')).toBe('metric')
  const imperial = await visitor.read(`${path}/odometer`, accessToken, {
    headers: { 'SC-Unit-System': 'imperial' },
  })
  expect(imperial.headers.get('SC-Unit-System')).toBe('imperial')
  const km = (metric.body as { distance: number }).distance
  expect((imperial.body as { distance: number }).distance).toBeCloseTo(km / 1.609344, 1)
  const other = await visitor.read(`${path}/odometer`, accessToken, {
    headers: { 'SC-Unit-System': 'nautical' },
  })
  expectShape(other.body, validationShape('sc-unit-system'))
})

test('a part that a vehicle lacks is a compatibility error', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor, {}, '0SCKAXX0000000001@bev.smartcar.com')
  const fuel = await visitor.read(`${path}/fuel`, accessToken)
  expectShape(fuel.body, errorShape('COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 501))
})

test('each endpoint needs its own permission', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor, { scope: 'read_odometer' })
  expect((await visitor.read(`${path}/odometer`, accessToken)).status).toBe(200)
  for (const endpoint of [
    '',
    '/battery',
    '/charge',
    '/location',
    '/fuel',
    '/vin',
    '/engine/oil',
    '/tires/pressure',
    '/battery/capacity',
    '/battery/nominal_capacity',
    '/charge/limit',
    '/security',
    '/diagnostics/system_status',
    '/diagnostics/dtcs',
    '/service/history',
  ]) {
    const refused = await visitor.read(path + endpoint, accessToken)
    expect(refused.status, endpoint).toBe(403)
    expectShape(refused.body, permissionShape)
  }
})

test('a token opens its own person’s vehicles only', async ({ visitor }) => {
  const mine = await connect(visitor)
  const yours = await connect(visitor, {}, 'you@example.com')
  expect((await visitor.read(yours.path, mine.accessToken)).status).toBe(403)
  const nobody = '/v2.0/vehicles/36ab27d0-fd9d-4455-823a-ce30af709ffc'
  expectShape(
    (await visitor.read(nobody, mine.accessToken)).body,
    errorShape('RESOURCE_NOT_FOUND', 'PATH', 404),
  )
  const malformed = await visitor.read('/v2.0/vehicles/bad_id', mine.accessToken)
  expect(malformed.status).toBe(400)
  expectShape(malformed.body, validationShape('vehicle_id'))
  const unknown = await visitor.read(mine.path, 'made-up')
  expect(unknown.status).toBe(401)
  expectShape(unknown.body, authenticationShape)
  const users = await Promise.all(
    [mine, yours].map(async car => (await visitor.read('/v2.0/user', car.accessToken)).body),
  )
  expect(users[0]).not.toEqual(users[1])
})

test('long lists come in pages', async ({ visitor }) => {
  const { accessToken } = await connect(visitor, {}, '120-vehicles@smartcar.com')
  async function list(query: string) {
    return (await visitor.read(`/v2.0/vehicles?${query}`, accessToken)).body as {
      vehicles: string[]
      paging: unknown
    }
  }
  expect((await list('')).vehicles).toHaveLength(10)
  const last = await list('limit=50&offset=100')
  expect(last.vehicles).toHaveLength(20)
  expect(last.paging).toEqual({ count: 120, offset: 100 })
  expectShape(await list('limit=51'), validationShape('limit'))
})

test('all permissions are told unless a limit is given', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor)
  const all = everything.split(' ')
  const whole = await visitor.read(`${path}/permissions`, accessToken)
  // Suite: the list is whole without a limit.
  expect(whole.body).toEqual({ permissions: all, paging: { count: all.length, offset: 0 } })
  const second = await visitor.read(`${path}/permissions?limit=1&offset=1`, accessToken)
  expect(second.body).toEqual({ permissions: [all[1]], paging: { count: all.length, offset: 1 } })
})

test('only answers that follow the unit system name one', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor, {}, hybrid)
  async function headersOf(endpoint: string): Promise<readonly string[]> {
    const { headers } = await visitor.read(path + endpoint, accessToken)
    return [...headers.keys()].filter(name => name.startsWith('sc-'))
  }
  // Docs of the official SDKs: what never changes has a request id alone.
  expect(await headersOf('')).toEqual(['sc-request-id'])
  expect(await headersOf('/vin')).toEqual(['sc-request-id'])
  const aged = ['sc-data-age', 'sc-fetched-at', 'sc-request-id']
  expect(await headersOf('/location')).toEqual(aged)
  expect(await headersOf('/battery/capacity')).toEqual(aged)
  for (const endpoint of [
    '/odometer',
    '/battery',
    '/fuel',
    '/tires/pressure',
    '/service/history',
  ]) {
    expect(await headersOf(endpoint), endpoint).toEqual([...aged, 'sc-unit-system'])
  }
})

test('the management token ends a connection too', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor)
  function end(vehicle: string, token: string) {
    return visitor.read(`${vehicle}/application`, token, { method: 'DELETE' })
  }
  expect((await end('/v2.0/vehicles/bad_id', 'demo-management-token')).status).toBe(400)
  expect((await end(path, 'demo-management-token')).body).toEqual({ status: 'success' })
  expect((await visitor.read(path, accessToken)).status).toBe(403)
  expect((await end(path, 'demo-management-token')).status).toBe(404)
})

test('disconnecting ends access and asks for consent again', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor, {}, '1-vehicles@smartcar.com')
  const ended = await visitor.read(`${path}/application`, accessToken, { method: 'DELETE' })
  expect(ended.body).toEqual({ status: 'success' })
  expect((await visitor.read(path, accessToken)).body).toMatchObject({ type: 'PERMISSION' })
  expect((await visitor.read('/v2.0/vehicles', accessToken)).body).toMatchObject({ vehicles: [] })
  await visitor.goTo(connectUrl({ response_type: path.split('/').at(-1) ?? '' }))
  expect(visitor.text()).toContain('not a vehicle connected')
  await visitor.goTo(connectUrl({ make: 'KIA', scope: everything }))
  await visitor.press('Sign in', { email: '1-vehicles@smartcar.com', password: 'x' })
  expect(visitor.text()).toContain('Allow')
})

test.each([
  ['vehicle-asleep', 409, 'VEHICLE_STATE'],
  ['vehicle-rate-limited', 429, 'RATE_LIMIT'],
  ['vehicle-upstream-down', 502, 'UPSTREAM'],
])('scenario %s answers %i', async (scenario, status, type) => {
  const visitor = createVisitor(createSimulator({ scenario }))
  const { accessToken, path } = await connect(visitor)
  const answer = await visitor.read(`${path}/odometer`, accessToken)
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ type })
  expect(answer.headers.has('Retry-After')).toBe(status === 429)
})

test('a scenario that is chosen later also spoils the cars that are connected', async ({
  simulator,
  visitor,
}) => {
  const { accessToken, path } = await connect(visitor)
  async function statusIn(name: string): Promise<number> {
    const headers = { 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify({ name }) }
    await simulator.fetch('http://localhost:4010/__simulator/scenario', init)
    return (await visitor.read(`${path}/odometer`, accessToken)).status
  }
  expect(await statusIn('vehicle-asleep')).toBe(409)
  expect(await statusIn('vehicle-rate-limited')).toBe(429)
  expect(await statusIn('happy')).toBe(200)
})

test('an account that must sign in again works after re-authentication', async ({ visitor }) => {
  const flags = { flags: 'scenario:needs-reauthentication' }
  const { accessToken, path, id } = await connect(visitor, flags)
  const refused = await visitor.read(`${path}/odometer`, accessToken)
  expect(refused.body).toMatchObject({
    type: 'CONNECTED_SERVICES_ACCOUNT',
    code: 'AUTHENTICATION_FAILED',
    resolution: { type: 'REAUTHENTICATE', url: expect.stringContaining(id) },
  })
  const { url } = (refused.body as { resolution: { url: string } }).resolution
  const back = new URLSearchParams({
    redirect_uri: 'http://localhost:5173/callback',
    state: 's-2',
    external_id: 'e-2',
  })
  await visitor.goTo(`http://localhost:4010/oauth/reauthenticate${new URL(url).search}&${back}`)
  await visitor.press('Sign in', { email: 'me@example.com', password: 'x' })
  expect(Object.fromEntries(new URL(visitor.address()).searchParams)).toEqual({
    vehicle_id: id,
    external_id: 'e-2',
    state: 's-2',
  })
  expect((await visitor.read(`${path}/odometer`, accessToken)).status).toBe(200)
})

test('re-authenticating a vehicle that is not connected is a page', async ({ visitor }) => {
  const vehicleId = '36ab27d0-fd9d-4455-823a-ce30af709ffc'
  await visitor.goTo(connectUrl({ response_type: vehicleId }))
  expect(visitor.status()).toBe(400)
  expect(visitor.text()).toContain('not a vehicle connected')
})

test('scenarios grant fewer or more permissions than were agreed to', async ({ visitor }) => {
  async function granted(scenario: string): Promise<unknown> {
    const scope = 'read_odometer read_vin'
    const car = await connect(visitor, { scope, flags: `scenario:${scenario}` })
    return (await visitor.read(`${car.path}/permissions`, car.accessToken)).body
  }
  expect(await granted('fewer-permissions')).toMatchObject({ permissions: ['read_odometer'] })
  expect(await granted('more-permissions')).toMatchObject({
    permissions: ['read_odometer', 'read_vin', 'control_security'],
  })
})
