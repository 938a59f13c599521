// The version 2 vehicle API.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { connectUrl, createVisitor, type Visitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

const everything =
  'read_vehicle_info read_vin read_odometer read_battery read_charge read_location read_fuel read_tires read_engine_oil control_charge'

type Car = { readonly accessToken: string; readonly id: string; readonly path: string }

async function connect(
  visitor: Visitor,
  more: Record<string, string> = {},
  email = 'me@example.com',
): Promise<Car> {
  await visitor.connect({ scope: everything, approval_prompt: 'force', ...more }, email)
  const accessToken = await visitor.redeem()
  const { vehicles } = (await visitor.read('/v2.0/vehicles', accessToken)).body as {
    vehicles: string[]
  }
  const id = vehicles[0] ?? ''
  return { accessToken, id, path: `/v2.0/vehicles/${id}` }
}

test('every endpoint of a plug-in hybrid answers in the provider’s shape', async ({ visitor }) => {
  const { accessToken, path, id } = await connect(
    visitor,
    {},
    '0SCKAXX0000000001@phev.smartcar.com',
  )
  async function read(endpoint: string) {
    return (await visitor.read(path + endpoint, accessToken)).body
  }
  const number = expect.any(Number)
  expect(await read('')).toEqual({ id, make: 'Kia', model: expect.any(String), year: number })
  expect(await read('/')).toMatchObject({ id })
  expect(await read('/vin')).toEqual({ vin: '0SCKAXX0000000001' })
  expect(await read('/odometer')).toEqual({ distance: number })
  expect(await read('/battery')).toEqual({ percentRemaining: number, range: number })
  expect(await read('/charge')).toEqual({
    isPluggedIn: expect.any(Boolean),
    state: expect.any(String),
  })
  expect(await read('/location')).toEqual({ latitude: number, longitude: number })
  expect(await read('/fuel')).toEqual({
    percentRemaining: number,
    range: number,
    amountRemaining: number,
  })
  expect(await read('/engine/oil')).toEqual({ lifeRemaining: number })
  expect(await read('/tires/pressure')).toEqual({
    frontLeft: number,
    frontRight: number,
    backLeft: number,
    backRight: number,
  })
})

test('answers carry age, time, units and a request id, and follow the unit system', async () => {
  const nowMs = Date.parse('2030-01-01T00:00:00Z')
  const visitor = createVisitor(createSimulator({ now: () => nowMs }))
  const { accessToken, path } = await connect(visitor)
  const metric = await visitor.read(`${path}/odometer`, accessToken)
  expect(metric.headers.get('SC-Fetched-At')).toBe('2030-01-01T00:00:00.000Z')
  expect(metric.headers.get('SC-Data-Age')).toBe('2029-12-31T23:59:00.000Z')
  expect(metric.headers.get('SC-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  const imperial = await visitor.read(`${path}/odometer`, accessToken, {
    headers: { 'SC-Unit-System': 'imperial' },
  })
  expect(imperial.headers.get('SC-Unit-System')).toBe('imperial')
  const km = (metric.body as { distance: number }).distance
  expect((imperial.body as { distance: number }).distance).toBeCloseTo(km / 1.609344, 1)
  const other = await visitor.read(`${path}/odometer`, accessToken, {
    headers: { 'SC-Unit-System': 'nautical' },
  })
  expect(other.body).toMatchObject({ type: 'VALIDATION', statusCode: 400 })
})

test('a part that a vehicle lacks is a compatibility error', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor, {}, '0SCKAXX0000000001@bev.smartcar.com')
  const fuel = await visitor.read(`${path}/fuel`, accessToken)
  expect(fuel.body).toMatchObject({ type: 'COMPATIBILITY', statusCode: 501 })
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
  ]) {
    const refused = await visitor.read(path + endpoint, accessToken)
    expect(refused.body, endpoint).toMatchObject({ type: 'PERMISSION', statusCode: 403 })
  }
})

test('a token opens its own person’s vehicles only', async ({ visitor }) => {
  const mine = await connect(visitor)
  const yours = await connect(visitor, {}, 'you@example.com')
  expect((await visitor.read(yours.path, mine.accessToken)).status).toBe(403)
  expect((await visitor.read('/v2.0/vehicles/none', mine.accessToken)).body).toMatchObject({
    type: 'RESOURCE_NOT_FOUND',
    statusCode: 404,
    requestId: expect.any(String),
  })
  expect((await visitor.read(mine.path, 'made-up')).body).toMatchObject({
    type: 'AUTHENTICATION',
    statusCode: 401,
  })
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
  expect(await list('limit=51')).toMatchObject({ type: 'VALIDATION' })
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

test('commands are checked before they are accepted', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor)
  function send(endpoint: string, body: string) {
    return visitor.read(path + endpoint, accessToken, { method: 'POST', body })
  }
  expect((await send('/charge', '{"action":"START"}')).body).toMatchObject({ status: 'success' })
  expect((await send('/charge', '{"action":"EXPLODE"}')).status).toBe(400)
  expect((await send('/charge', 'no json')).status).toBe(400)
  expect((await send('/security', '{"action":"LOCK"}')).status).toBe(403)
})

test('a batch answers each path on its own', async ({ visitor }) => {
  const { accessToken, path } = await connect(visitor, { scope: 'read_odometer' })
  const requests = ['/odometer', '/battery', '/nothing'].map(item => ({ path: item }))
  const { body } = await visitor.read(`${path}/batch`, accessToken, {
    method: 'POST',
    body: JSON.stringify({ requests }),
  })
  expect(body).toMatchObject({
    responses: [
      { path: '/odometer', code: 200, body: { distance: expect.any(Number) } },
      { path: '/battery', code: 403, body: { type: 'PERMISSION' } },
      { path: '/nothing', code: 404 },
    ],
  })
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
