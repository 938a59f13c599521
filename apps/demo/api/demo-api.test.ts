// The demo's backend against the simulator.

import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../../packages/server/test/connect-in-simulator.ts'
import type { Cars } from './car.ts'
import { createDemoApi } from './demo-api.ts'

const page = 'http://localhost:5173'

const start = async (scenario = 'happy') => {
  let nowMs = Date.now()
  const now = () => nowMs
  const pass = (ms: number) => {
    nowMs += ms
  }
  const simulator = createSimulator({ scenario, now })
  const store = createSqliteStore({ file: ':memory:', now })
  const api = createDemoApi({
    simulatorUrl: 'http://localhost:4010',
    appOrigin: page,
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    store,
    fetch: simulator.fetch,
    now,
  })
  const call = async (path: string, init: RequestInit = {}): Promise<Response> =>
    api.fetch(new Request(page + path, init))
  const first = await call('/api/cars')
  const setCookie = first.headers.get('set-cookie') ?? ''
  const cookie = setCookie.split(';')[0] ?? ''
  const carsOf = async (response: Response) => ((await response.json()) as Cars).cars
  const cars = async () => carsOf(await call('/api/cars', { headers: { cookie } }))
  const exchange = async (
    code: string,
    headers: Record<string, string> = { cookie },
    grant: object = { code },
  ) =>
    call('/api/smartcar/exchange', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-smartcar-connect': '1',
        'idempotency-key': `session-of-the-browser-${code.slice(0, 20)}`,
        origin: page,
        ...headers,
      },
      body: new TextEncoder().encode(JSON.stringify(grant)),
    })
  const connect = async (scope?: string) => {
    const params = scope === undefined ? {} : { scope }
    const query = await connectInSimulator(simulator.fetch, { params })
    return query.get('code') ?? ''
  }
  const keptGrants = async () => (await store.connectionsToRewrap('another key', 100)).length
  const told = { first, setCookie, cookie, keptGrants }
  return { simulator, pass, call, ...told, cars, carsOf, exchange, connect }
}

test('answers when asked for its health', async () => {
  const { call } = await start()
  expect((await call('/api/health')).status).toBe(200)
})

test('starts a session that no script and no other site can use', async () => {
  const { first, setCookie, carsOf } = await start()
  expect(setCookie).toMatch(/^demo_session=[\w-]{43};/)
  expect(setCookie).toContain('HttpOnly')
  expect(setCookie).toContain('SameSite=Strict')
  expect(await carsOf(first)).toEqual([])
})

test('shows the cars of a session after the exchange, figures included', async () => {
  const { exchange, connect, cars, carsOf } = await start()
  const response = await exchange(await connect())
  expect(response.status).toBe(200)
  const connected = await carsOf(response)
  expect(connected[0]).toMatchObject({ make: 'Tesla', odometerKm: expect.any(Number) })
  expect(connected[0]?.battery?.percent).toBeGreaterThan(1)
  expect(await cars()).toEqual(connected)
})

test('shows null where a permission was not granted', async () => {
  const { exchange, connect, cars } = await start()
  await exchange(await connect('read_vehicle_info'))
  expect((await cars())[0]).toMatchObject({ odometerKm: null, battery: null })
})

test('shows a car whose make was not shared', async () => {
  const { exchange, connect, cars } = await start()
  await exchange(await connect('read_odometer'))
  expect((await cars())[0]).toMatchObject({ make: 'Car', odometerKm: expect.any(Number) })
})

test('reads the cars after hours and weeks, with tokens that were refreshed', async () => {
  const { exchange, connect, cars, pass } = await start()
  await exchange(await connect())
  const connected = await cars()
  for (const hours of [3, 24 * 30, 24 * 50]) {
    pass(hours * 3_600_000)
    expect(await cars()).toEqual(connected)
  }
})

test('asks to connect again when the tokens are dead, and recovers', {
  tags: ['F54'],
}, async () => {
  const { exchange, connect, cars, pass, call, cookie } = await start()
  await exchange(await connect())
  pass(61 * 24 * 3_600_000)
  const [dead] = await cars()
  expect(dead).toMatchObject({ make: 'Tesla', odometerKm: null, trouble: 'connect_again' })
  await exchange(await connect())
  expect((await cars())[0]).not.toHaveProperty('trouble')
  pass(61 * 24 * 3_600_000)
  const init = { method: 'DELETE', headers: { cookie } }
  expect((await call(`/api/cars/${dead?.id}`, init)).status).toBe(204)
})

test('asks to sign in to a car again, and reads it afterwards', async () => {
  const { simulator, exchange, connect, cars, carsOf, cookie } =
    await start('needs-reauthentication')
  await exchange(await connect())
  const [car] = await cars()
  expect(car).toMatchObject({ odometerKm: null, trouble: 'sign_in_again' })
  const url = new URL('http://localhost:4010/oauth/reauthenticate')
  url.search = new URLSearchParams({
    response_type: 'vehicle_id',
    application_id: 'demo-client',
    vehicle_id: car?.id ?? '',
    redirect_uri: `${page}/smartcar-redirect.html`,
    state: 'state',
  }).toString()
  const query = await connectInSimulator(simulator.fetch, { url: url.href })
  const grant = { vehicleId: query.get('vehicle_id') }
  const response = await exchange('sign-in-again-0000000000', { cookie }, grant)
  expect((await carsOf(response))[0]).toMatchObject({ odometerKm: expect.any(Number) })
})

test('keeps the second car of a grant readable when the first is disconnected', async () => {
  const { exchange, connect, cars, call, cookie, pass } = await start()
  await exchange(await connect())
  const [first, second] = await cars()
  await call(`/api/cars/${first?.id}`, { method: 'DELETE', headers: { cookie } })
  pass(3 * 3_600_000)
  expect(await cars()).toEqual([second])
})

test('keeps the tokens of one grant when the same cars are connected again', async () => {
  const { exchange, connect, cars, keptGrants } = await start()
  await exchange(await connect())
  const connected = await cars()
  await exchange(await connect())
  expect(await keptGrants()).toBe(1)
  expect(await cars()).toEqual(connected)
})

test('answers without any token', { tags: ['T41'] }, async () => {
  const { exchange, connect } = await start()
  const text = await (await exchange(await connect())).text()
  expect(text).not.toMatch(/token|secret|Bearer/i)
})

test('spends no code without a session', async () => {
  const { exchange, connect, cars } = await start()
  const code = await connect()
  const refused = await exchange(code, { cookie: 'demo_session=made-up' })
  expect(refused.status).toBe(401)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect((await exchange(code)).status).toBe(200)
  expect(await cars()).not.toEqual([])
})

test('shows nobody the cars of another session', async () => {
  const { exchange, connect, call, carsOf } = await start()
  await exchange(await connect())
  expect(await carsOf(await call('/api/cars'))).toEqual([])
})

test('disconnects a car at the provider and forgets it', async () => {
  const { exchange, connect, call, cookie, cars } = await start()
  await exchange(await connect())
  const [first, ...rest] = await cars()
  const init = { method: 'DELETE', headers: { cookie } }
  expect((await call(`/api/cars/${first?.id}`, init)).status).toBe(204)
  expect(await cars()).toEqual(rest)
  expect((await call(`/api/cars/${first?.id}`, init)).status).toBe(404)
})

test('answers a problem document for an address that is not there', async () => {
  const { call } = await start()
  const response = await call('/api/nothing')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})
