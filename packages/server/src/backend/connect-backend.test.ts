// The backend against the simulator, as a page and a person use it.

import { expect, onTestFinished, test, vi } from 'vitest'
import { pageOrigin } from '../../test/backend-browser.ts'
import { openBackend, vehiclesOf } from '../../test/open-backend.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { BackendStore } from './backend-options.ts'
import type { createConnectBackend } from './connect-backend.ts'

test('connects a car, and only its user reaches it', { tags: ['T56'] }, async () => {
  const { backend, browser } = openBackend()
  const vehicles = await vehiclesOf(await browser('ada').connect())
  expect(vehicles).toHaveLength(2)
  expect(vehicles[0]).toMatchObject({ make: 'TESLA', mode: 'live', state: 'connected' })
  const [{ id: vehicleId = '' } = {}] = vehicles
  const car = await backend.vehicle({ user: 'ada', vehicleId })
  expect(car.info.make).toBe('TESLA')
  expect(await car.signal('odometer-traveleddistance')).toMatchObject({ ok: true })
  const stranger = backend.vehicle({ user: 'eve', vehicleId })
  await expect(stranger).rejects.toMatchObject({
    name: 'VehicleAccessError',
    code: 'not_connected',
  })
  const unknown = backend.vehicle({ user: 'ada', vehicleId: 'made-up' })
  await expect(unknown).rejects.toMatchObject({ code: 'not_connected' })
  expect(await backend.connections('eve')).toEqual([])
})

test('tells once that production may use a simulator, and not for each of its endpoints', {
  tags: ['T35'],
}, async () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { browser, told } = openBackend({
    allowSimulatorInProduction: true,
    // Stands for a database: the memory store refuses production.
    store: { ...createMemoryStore(), check: undefined } as unknown as BackendStore,
  })
  // Whatever they answer, both have judged their options.
  for (const part of ['session', 'exchange']) await browser('ada').post(part, {})
  expect(told.filter(({ type }) => type === 'simulator_in_production')).toHaveLength(1)
  expect(shown).toHaveBeenCalledOnce()
  shown.mockRestore()
})

test('a second car of the same person comes beside the first', async () => {
  const { backend, browser } = openBackend()
  const ada = browser('ada')
  await ada.connect()
  const both = await vehiclesOf(await ada.connect({ brand: 'Kia' }))
  expect(new Set(both.map(({ make }) => make))).toEqual(new Set(['TESLA', 'KIA']))
  expect(await backend.connections('ada')).toHaveLength(both.length)
})

test('the user id of somebody else, posted to one’s own session, connects nothing', {
  tags: ['T01'],
}, async () => {
  const { backend, browser } = openBackend()
  const ada = browser('ada')
  const { address: adasAddress } = await ada.start()
  const adas = await ada.walk(adasAddress)
  const eve = browser('eve')
  const { address, state } = await eve.start()
  // Eve went through Connect herself, and posts Ada's id in the place of her own.
  const eves = await eve.walk(address)
  eves.set('user_id', adas.get('user_id') ?? '')
  expect((await eve.exchange(state, eves)).status).toBe(403)
  // Without her own car there is nothing under her external id, however often she asks.
  const bare = await eve.start()
  const forged = new URLSearchParams({ user_id: adas.get('user_id') ?? '' })
  expect((await eve.exchange(bare.state, forged)).status).toBe(503)
  expect(await backend.connections('eve')).toEqual([])
})

test('another browser cannot end the session that was started here', {
  tags: ['T02'],
}, async () => {
  const { browser, backend } = openBackend()
  const eve = browser('eve')
  const { address, state } = await eve.start()
  const ada = browser('ada')
  const result = await ada.walk(address)
  expect((await ada.exchange(state, result)).status).toBe(403)
  expect(await backend.connections('ada')).toEqual([])
})

test('of two tabs the last to end succeeds, and the other is told to begin again', async () => {
  const { browser } = openBackend()
  const ada = browser('ada')
  const first = await ada.start()
  const second = await ada.start()
  const firstResult = await ada.walk(first.address)
  const secondResult = await ada.walk(second.address)
  expect((await ada.exchange(second.state, secondResult)).status).toBe(200)
  // Its external id was replaced: the provider does not list it, and nothing is spent.
  expect((await ada.exchange(first.state, firstResult)).status).toBe(503)
})

test('a person signs in again to a car of theirs, and to no other', { tags: ['T47'] }, async () => {
  const { backend, browser, store } = openBackend()
  const ada = browser('ada')
  const [{ id: vehicleId = '' } = {}] = await vehiclesOf(await ada.connect())
  const stored = await store.readVehicle('ada', vehicleId)
  const smartcarUserId = stored?.smartcarUserId ?? ''
  await store.markVehicle({ smartcarUserId, vehicleId }, 'needs_reauth', Date.now() + 1000)
  await expect(backend.vehicle({ user: 'ada', vehicleId })).rejects.toMatchObject({
    code: 'needs_reauth',
  })
  const stranger = await browser('eve').post('session', { vehicleId })
  expect([stranger.status, await stranger.json()]).toMatchObject([403, { code: 'not_yours' }])
  const vehicles = await vehiclesOf(await ada.connect({ body: { vehicleId } }))
  expect(vehicles.find(({ id }) => id === vehicleId)).toMatchObject({ state: 'connected' })
  await backend.vehicle({ user: 'ada', vehicleId })
})

test('disconnecting ends it at Smartcar too, and again changes nothing', async () => {
  const { backend, browser } = openBackend()
  const vehicles = await vehiclesOf(await browser('ada').connect())
  const [{ id: vehicleId = '' } = {}] = vehicles
  await expect(backend.disconnect({ user: 'eve', vehicleId })).rejects.toMatchObject({
    code: 'not_connected',
  })
  const { smartcarUserId = '' } = (await storedOf(backend, vehicleId)) ?? {}
  await backend.disconnect({ user: 'ada', vehicleId })
  expect(await backend.connections('ada')).toHaveLength(vehicles.length - 1)
  for await (const { vehicle } of backend.api.connections({ userId: smartcarUserId })) {
    expect(vehicle.id).not.toBe(vehicleId)
  }
})

async function storedOf(backend: ReturnType<typeof createConnectBackend>, vehicleId: string) {
  for await (const { userId } of backend.api.connections({ vehicleId })) {
    return { smartcarUserId: userId }
  }
  return undefined
}

test('a connection that ended elsewhere is forgotten by the call that finds out', async () => {
  const { backend, browser } = openBackend()
  const [{ id: vehicleId = '' } = {}] = await vehiclesOf(await browser('ada').connect())
  const car = await backend.vehicle({ user: 'ada', vehicleId })
  for await (const { id } of backend.api.connections({ vehicleId }))
    await backend.api.disconnect(id)
  await expect(car.signals()).rejects.toMatchObject({ status: 404 })
  await expect(backend.vehicle({ user: 'ada', vehicleId })).rejects.toMatchObject({
    code: 'not_connected',
  })
})

test('a simulated car is refused where a live one is asked for', {
  tags: ['T31', 'T46'],
}, async () => {
  const { backend, browser } = openBackend({}, 'other-mode')
  expect((await browser('ada').connect()).status).toBe(403)
  expect(await backend.connections('ada')).toEqual([])
})

test('the app decides what its page sees, after everything is stored', async () => {
  const { browser, backend } = openBackend({
    onConnected: async ({ user, vehicles }) => ({ user, cars: vehicles.length }),
  })
  const response = await browser('ada').connect()
  expect(await response.json()).toEqual({ user: 'ada', cars: 2 })
  expect(await backend.connections('ada')).toHaveLength(2)
})

test('serves the redirect page with its headers, to anybody', {
  tags: ['T20', 'T21'],
}, async () => {
  const { backend } = openBackend()
  const address = `${pageOrigin}/api/smartcar/redirect?code=secret&state=s`
  const page = await backend.fetch(new Request(address))
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await page.text()).not.toContain('secret')
  expect((await backend.fetch(new Request(address, { method: 'POST' }))).status).toBe(405)
})

test('a webhook marks the vehicle that has to be signed in to', { tags: ['T44'] }, async () => {
  const { backend, browser, store, deliver } = openBackend()
  const [{ id: vehicleId = '' } = {}] = await vehiclesOf(await browser('ada').connect())
  const { smartcarUserId = '' } = (await store.readVehicle('ada', vehicleId)) ?? {}
  const delivered = await deliver({
    eventId: 'e-1',
    eventType: 'VEHICLE_ERROR',
    data: {
      user: { id: smartcarUserId },
      vehicle: { id: vehicleId },
      errors: [
        { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED', state: 'ERROR' },
      ],
    },
    meta: { deliveredAt: Date.now() + 1000, mode: 'LIVE' },
  })
  expect(delivered.status).toBe(200)
  expect(await backend.connections('ada')).toContainEqual(
    expect.objectContaining({ id: vehicleId, state: 'needs_reauth' }),
  )
})

test('other addresses below it, and a webhook without a token, are nothing', async () => {
  const { backend } = openBackend({ managementToken: undefined })
  for (const part of ['', 'other', 'webhook', 'session/x']) {
    const address = `${pageOrigin}/api/smartcar/${part}`
    expect((await backend.fetch(new Request(address, { method: 'POST' }))).status).toBe(404)
  }
})

test('a page on another origin needs a redirect page of its own', async () => {
  const { browser, told } = openBackend()
  const response = await browser('ada').post('session', {}, { 'sec-fetch-site': 'same-site' })
  expect(response.status).toBe(500)
  // The page reads why; else its developer would look for a mistake in CORS.
  expect(response.headers.get('access-control-allow-origin')).toBe(pageOrigin)
  expect(response.headers.get('access-control-allow-credentials')).toBe('true')
  expect(told).toMatchObject([{ type: 'session_failed', problem: 'configuration' }])
  expect(String((told[0] as { cause?: unknown }).cause)).toContain('redirectUri')
  const own = openBackend({ redirectUri: `${pageOrigin}/own-redirect.html` })
  const { address } = await own.browser('ada').start()
  expect(new URL(address).searchParams.get('redirect_uri')).toBe(`${pageOrigin}/own-redirect.html`)
})

test.each<[string, (request: Request) => unknown]>([
  ['returns a number', () => 42],
  [
    'throws',
    () => {
      throw new Error('no database')
    },
  ],
])('the developer hears of `user` where it %s', async (_, user) => {
  const { browser, told } = openBackend({ user } as never)
  const headers = { 'idempotency-key': 'key-of-a-session-of-nobody' }
  for (const [part, body] of [
    ['session', {}],
    ['exchange', { userId: 'person' }],
    ['disconnect', { vehicleId: 'car' }],
  ] as const) {
    expect((await browser('ada').post(part, body, headers)).status).toBe(503)
  }
  expect(told.length).toBe(3)
  for (const event of told) expect(event).toMatchObject({ problem: 'app_failed', step: 'user' })
})

test.each([
  ['applicationId', { applicationId: '' }],
  ['api.clientId', { api: undefined }],
  ['apiUrl', { apiUrl: 'http://api.test' }],
  ['iamUrl', { iamUrl: 'iam' }],
  ['fetch', { fetch: 1 }],
  ['clock', { clock: {} }],
])('a wrong %s is told under the name that the app gave it', async (name, options) => {
  const { backend } = openBackend(options as never)
  await expect(backend.check()).rejects.toThrow(new RegExp(`^(simulator and )?${name} `))
})

test('an address that is not there says which are', async () => {
  const { browser } = openBackend()
  const response = await browser('ada').post('sessions', {})
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('webhook where managementToken is given')
})

test('of several redirect pages a session gets that of the page’s origin', {
  tags: ['F70'],
}, async () => {
  const other = 'https://app.example'
  const pages = [`${other}/shop/own-redirect.html`, `${pageOrigin}/own-redirect.html`]
  const { browser } = openBackend({ origins: [pageOrigin, other], redirectUri: pages })
  for (const page of pages) {
    const { origin } = new URL(page)
    const response = await browser('ada').post('session', {}, { origin })
    const { url } = (await response.json()) as { url: string }
    expect(new URL(url).searchParams.get('redirect_uri')).toBe(page)
  }
})

test('a redirect page in the body counts for nothing', { tags: ['T13', 'F70'] }, async () => {
  const { browser } = openBackend({ redirectUri: `${pageOrigin}/own-redirect.html` })
  const body = { redirectUri: `${pageOrigin}/other.html` }
  expect((await browser('ada').post('session', body)).status).toBe(400)
})

test.each(['redirect', 'webhook'])(
  '%s lets no page of another origin read it',
  {
    tags: ['F70'],
  },
  async part => {
    const { backend } = openBackend()
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const headers = { origin: pageOrigin, 'access-control-request-method': 'POST' }
      const request = new Request(`${pageOrigin}/api/smartcar/${part}`, { method, headers })
      const names = [...(await backend.fetch(request)).headers.keys()]
      expect(names.filter(name => name.startsWith('access-control'))).toEqual([])
    }
  },
)

test('check judges everything before the first person comes', async () => {
  const { backend } = openBackend()
  await backend.check()
  const { store } = openBackend()
  for (const wrong of [
    { origins: [] },
    { user: undefined },
    { store: undefined },
    { applicationId: '' },
    { api: { clientId: '', clientSecret: '' } },
    { redirectUri: 'callback' },
    { path: 'api/smartcar' },
    { mode: 'test' },
  ]) {
    await expect(openBackend({ store, ...wrong } as never).backend.check()).rejects.toThrow(
      TypeError,
    )
  }
})

test('the first request judges everything, so nobody goes through Connect in vain', async () => {
  const { store } = openBackend()
  const api = { clientId: 'client_id', clientSecret: '' }
  for (const wrong of [{ api }, { iamUrl: 'iam.test', simulator: undefined }]) {
    const { browser, told } = openBackend({ store, ...wrong } as never)
    expect((await browser('ada').post('session', {})).status).toBe(500)
    expect(told).toMatchObject([
      { type: 'session_failed', problem: 'configuration', step: 'options' },
    ])
  }
})

test('a request for vehicles is told as what it is, not as a session', async () => {
  const { backend, told } = openBackend()
  const address = `${pageOrigin}/api/smartcar/connections`
  expect((await backend.fetch(new Request(address))).status).toBe(403)
  expect(told).toEqual([
    { type: 'request_refused', endpoint: 'connections', reason: 'custom_header', status: 403 },
  ])
  const wrong = openBackend({ origins: [] })
  expect((await wrong.backend.fetch(new Request(address))).status).toBe(500)
  expect(wrong.told).toMatchObject([
    { type: 'request_failed', endpoint: 'connections', problem: 'configuration', step: 'options' },
  ])
})

test('a store that does not answer is told as the store', { tags: ['F64'] }, async () => {
  const { store } = openBackend()
  async function check(): Promise<void> {
    throw new Error('connection refused')
  }
  const { browser, told } = openBackend({ store: { ...store, check } })
  expect((await browser('ada').post('session', {})).status).toBe(503)
  expect(told).toMatchObject([
    { type: 'session_failed', problem: 'store_unavailable', step: 'store.check' },
  ])
})
