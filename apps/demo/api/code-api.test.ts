// The demo's version 2 against the simulator, and what both ways have in common.

import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { createSimulator } from 'smartcar-connect-simulator'
import { test as base, expect } from 'vitest'
import { connectInSimulator } from '../../../packages/server/test/connect-in-simulator.ts'
import type { Car, Cars } from './car.ts'
import { createDemoApi } from './demo-api.ts'

const page = 'http://localhost:5173'

/** The demo's backend, called as a browser with one app session calls it. */
async function startDemo(scenario: string) {
  let nowMs = Date.now()
  function now(): number {
    return nowMs
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

  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    return api.fetch(new Request(page + path, init))
  }

  const firstAnswer = await call('/api/cars')
  const setCookie = firstAnswer.headers.get('set-cookie') ?? ''
  const cookie = setCookie.split(';')[0] ?? ''

  async function carsOf(response: Response): Promise<Car[]> {
    return ((await response.json()) as Cars).cars
  }

  return {
    simulator,
    firstAnswer,
    setCookie,
    cookie,
    call,
    carsOf,
    async cars(): Promise<Car[]> {
      return carsOf(await call('/api/cars', { headers: { cookie } }))
    },
    /** Does in the simulator what a person does, and gives the code. */
    async connect(scope?: string): Promise<string> {
      const params = scope === undefined ? {} : { scope }
      const query = await connectInSimulator(simulator.fetch, { params })
      return query.get('code') ?? ''
    },
    async exchange(
      code: string,
      headers: Record<string, string> = { cookie },
      grant: object = { code },
    ): Promise<Response> {
      return call('/api/code/exchange', {
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
    },
    async disconnect(car: Car | undefined): Promise<Response> {
      return call(`/api/cars/${car?.id}`, { method: 'DELETE', headers: { cookie } })
    },
    async keptGrants(): Promise<number> {
      return (await store.connectionsToRewrap('another key', 100)).length
    },
    /** Lets time pass, for the simulator and the backend alike. */
    passMs(ms: number): void {
      nowMs += ms
    },
  }
}

const test = base.extend('scenario', 'happy').extend('demo', ({ scenario }) => startDemo(scenario))

/** What stays the same of a car, whatever its figures do. */
function nameOf({ id, make, model, year }: Car): string {
  return `${id} ${make} ${model} ${year}`
}

test('answers when asked for its health', async ({ demo }) => {
  const { call } = demo
  expect((await call('/api/health')).status).toBe(200)
})

test('starts an app session that no script and no other site can use', async ({ demo }) => {
  const { firstAnswer, setCookie, carsOf } = demo
  expect(setCookie).toMatch(/^demo_session=[\w-]{43};/)
  expect(setCookie).toContain('HttpOnly')
  expect(setCookie).toContain('SameSite=Strict')
  expect(await carsOf(firstAnswer)).toEqual([])
})

test('shows the cars of an app session after the exchange, figures included', async ({ demo }) => {
  const { exchange, connect, cars, carsOf } = demo
  const response = await exchange(await connect())
  expect(response.status).toBe(200)
  const connected = await carsOf(response)
  expect(connected[0]).toMatchObject({
    make: 'TESLA',
    odometer: { kind: 'value', value: expect.any(Number), unit: 'km' },
    charge: { kind: 'value', unit: 'percent' },
  })
  expect(await cars()).toEqual(connected)
})

test('says what was not shared', async ({ demo }) => {
  const { exchange, connect, cars } = demo
  await exchange(await connect('read_vehicle_info'))
  expect((await cars())[0]).toMatchObject({
    odometer: { kind: 'not_shared' },
    charge: { kind: 'not_shared' },
  })
})

test('shows a car whose make was not shared', async ({ demo }) => {
  const { exchange, connect, cars } = demo
  await exchange(await connect('read_odometer'))
  const [car] = await cars()
  expect(car).toMatchObject({ make: '', odometer: { kind: 'value' } })
  // The provider advises to sign in again, but nothing is wrong with the account.
  expect(car).not.toHaveProperty('trouble')
})

test('reads the cars after hours and weeks, with tokens that were refreshed', async ({ demo }) => {
  const { exchange, connect, cars, passMs } = demo
  await exchange(await connect())
  const connected = await cars()
  for (const hours of [3, 24 * 30, 24 * 50]) {
    passMs(hours * 3_600_000)
    // The figures move on; the cars stay the same.
    expect((await cars()).map(nameOf)).toEqual(connected.map(nameOf))
  }
})

test('asks to connect again when the tokens are dead, and recovers', {
  tags: ['F54'],
}, async ({ demo }) => {
  const { exchange, connect, cars, passMs, disconnect } = demo
  await exchange(await connect())
  passMs(61 * 24 * 3_600_000)
  const [dead] = await cars()
  expect(dead).toMatchObject({
    make: 'TESLA',
    odometer: { kind: 'unknown' },
    trouble: 'connect_again',
  })
  await exchange(await connect())
  expect((await cars())[0]).not.toHaveProperty('trouble')
  passMs(61 * 24 * 3_600_000)
  expect((await disconnect(dead)).status).toBe(204)
})

test('asks to sign in to a car again, and reads it afterwards', async () => {
  const demo = await startDemo('needs-reauthentication')
  const { simulator, exchange, connect, cars, carsOf, call, cookie } = demo
  await exchange(await connect())
  const [car] = await cars()
  expect(car).toMatchObject({ odometer: { kind: 'unknown' }, trouble: 'sign_in_again' })
  function post(path: string, headers: Record<string, string>, body: object) {
    const honest = {
      'content-type': 'application/json',
      'x-smartcar-connect': '1',
      origin: page,
      ...headers,
    }
    const bytes = new TextEncoder().encode(JSON.stringify(body))
    return call(`/api/code/${path}`, { method: 'POST', headers: honest, body: bytes })
  }
  const started = await post('session', { cookie }, { vehicleId: car?.id })
  const { url, state } = (await started.json()) as { url: string; state: string }
  const query = await connectInSimulator(simulator.fetch, { url })
  const grant = { vehicleId: query.get('vehicle_id') }
  const binding = started.headers.getSetCookie()[0]?.split(';')[0]
  const headers = { cookie: `${cookie}; ${binding}`, 'idempotency-key': state }
  const response = await post('sign-in-again', headers, grant)
  expect((await carsOf(response))[0]).toMatchObject({ odometer: { kind: 'value' } })
})

test('keeps the second car of a grant readable when the first is disconnected', async ({
  demo,
}) => {
  const { exchange, connect, cars, disconnect, passMs } = demo
  await exchange(await connect())
  const [first, second] = await cars()
  await disconnect(first)
  passMs(3 * 3_600_000)
  expect((await cars()).map(car => car.id)).toEqual([second?.id])
  expect((await cars())[0]).toMatchObject({ odometer: { kind: 'value' } })
})

test('keeps the tokens of one grant when the same cars are connected again', async ({ demo }) => {
  const { exchange, connect, cars, keptGrants } = demo
  await exchange(await connect())
  const connected = await cars()
  await exchange(await connect())
  expect(await keptGrants()).toBe(1)
  expect((await cars()).map(nameOf)).toEqual(connected.map(nameOf))
})

test('gives the browser no token', { tags: ['T41'] }, async ({ demo }) => {
  const { exchange, connect } = demo
  const text = await (await exchange(await connect())).text()
  expect(text).not.toMatch(/token|secret|Bearer/i)
})

test('spends no code without an app session', async ({ demo }) => {
  const { exchange, connect, cars } = demo
  const code = await connect()
  const refused = await exchange(code, { cookie: 'demo_session=made-up' })
  expect(refused.status).toBe(401)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect((await exchange(code)).status).toBe(200)
  expect(await cars()).not.toEqual([])
})

test('shows no cars of another app session', async ({ demo }) => {
  const { exchange, connect, call, carsOf } = demo
  await exchange(await connect())
  expect(await carsOf(await call('/api/cars'))).toEqual([])
})

test('disconnects a car at the provider and forgets it', async ({ demo }) => {
  const { exchange, connect, disconnect, cars } = demo
  await exchange(await connect())
  const [first, ...rest] = await cars()
  expect((await disconnect(first)).status).toBe(204)
  expect(await cars()).toEqual(rest)
  expect((await disconnect(first)).status).toBe(404)
})

test('answers a problem document for an address that is not there', async ({ demo }) => {
  const { call } = demo
  const response = await call('/api/nothing')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})
