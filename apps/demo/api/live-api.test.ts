// The demo's version 3 against the simulator, webhooks included.

import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { createSimulator } from 'smartcar-connect-simulator'
import { test as base, expect } from 'vitest'
import { openBrowser } from '../../../packages/server/test/backend-browser.ts'
import { demoApplications } from '../../../scripts/demo/demo-applications.ts'
import { createDemoApi } from './demo-api.ts'
import type { LiveCar, LiveCars } from './live-car.ts'

const page = 'http://localhost:5173'

/** The demo's backend with a simulator that sends it webhooks, and a way to open browsers. */
function startDemo(scenario: string) {
  const backend: { fetch?: (request: Request) => Response | Promise<Response> } = {}
  const simulator = createSimulator({
    scenario,
    applications: demoApplications(page),
    deliver: async request => backend.fetch?.(request) ?? new Response(null, { status: 503 }),
    wait: async () => {},
  })
  const api = createDemoApi({
    simulatorUrl: 'http://localhost:4010',
    appOrigin: page,
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    store: createSqliteStore({ file: ':memory:' }),
    fetch: simulator.fetch,
  })
  backend.fetch = api.fetch

  /** A browser with an app session of its own. */
  async function openPage(email: string) {
    const first = await api.fetch(new Request(`${page}/api/live-cars`))
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    async function fetchHere(request: Request): Promise<Response> {
      const headers = new Headers(request.headers)
      headers.set('cookie', [cookie, headers.get('cookie')].filter(Boolean).join('; '))
      return api.fetch(new Request(request, { headers }))
    }
    const browser = openBrowser({ fetch: fetchHere }, simulator.fetch, email)
    const get = (path: string, headers = {}) => fetchHere(new Request(page + path, { headers }))
    return {
      ...browser,
      get,
      first,
      async cars(): Promise<LiveCar[]> {
        return ((await (await get('/api/live-cars')).json()) as LiveCars).cars
      },
      /** Connects the car of the person, and gives it. */
      async connectCar(): Promise<LiveCar> {
        const response = await browser.connect({ email: `${email}@bev.smartcar.com` })
        const [car] = ((await response.json()) as LiveCars).cars
        if (car === undefined) throw new Error('Nothing was connected.')
        return car
      },
      command(id: string, command: string, headers = {}): Promise<Response> {
        return fetchHere(
          new Request(`${page}/api/live-cars/${id}/commands`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-smartcar-connect': '1',
              origin: page,
              ...headers,
            },
            body: JSON.stringify({ command }),
          }),
        )
      },
    }
  }

  return { simulator, openPage }
}

const test = base.extend('scenario', 'happy').extend('demo', ({ scenario }) => startDemo(scenario))

const ada = 'ADAADAADAADAADAAD'
const eve = 'EVEEVEEVEEVEEVEEV'

test('starts an app session with the first request for cars', async ({ demo }) => {
  const { first, cars } = await demo.openPage(ada)
  expect(await first.json()).toEqual({ cars: [] })
  expect(first.headers.get('set-cookie')).toMatch(/^demo_session=[\w-]{43};/)
  expect(await cars()).toEqual([])
})

test('connects a car and shows its figures with their units and times', async ({ demo }) => {
  const { connectCar, cars, get } = await demo.openPage(ada)
  const car = await connectCar()
  expect(car).toMatchObject({
    make: 'TESLA',
    figures: {
      odometer: { kind: 'value', value: expect.any(Number), unit: 'km', at: expect.any(String) },
      charge: { kind: 'value', value: expect.any(Number), unit: 'percent' },
      range: { kind: 'value', value: expect.any(Number), unit: 'km' },
      isCharging: { kind: 'value', value: expect.any(Boolean) },
      isLocked: { kind: 'value', value: expect.any(Boolean) },
    },
    commands: ['security/lock', 'security/unlock', 'charge/start', 'charge/stop'],
  })
  expect(await cars()).toEqual([car])
  expect(await (await get(`/api/live-cars/${car.id}`)).json()).toEqual(car)
})

test('a command changes the car, and the page is told of it by the webhook', async ({ demo }) => {
  const { connectCar, command, get } = await demo.openPage(ada)
  const { id, figures } = await connectCar()
  await demo.simulator.settled()
  const events = await get('/api/smartcar/events', { 'sec-fetch-site': 'same-origin' })
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect(await reader?.read()).toMatchObject({ value: ': listening\n\n' })
  const isLocked = figures.isLocked.kind === 'value' && figures.isLocked.value
  const answer = await command(id, isLocked ? 'security/unlock' : 'security/lock')
  expect(await answer.json()).toEqual({ outcome: 'done' })
  const told = `event: signals\ndata: {"type":"signals","vehicleId":"${id}"}\n\n`
  expect(await reader?.read()).toMatchObject({ value: told })
  await reader?.cancel()
  const { figures: after } = (await (await get(`/api/live-cars/${id}`)).json()) as LiveCar
  expect(after.isLocked).toMatchObject({ kind: 'value', value: !isLocked })
})

test('a car that refuses a command is told of in the provider’s words', async ({ demo }) => {
  const { connectCar, command } = await demo.openPage(ada)
  const { id } = await connectCar()
  await command(id, 'charge/stop')
  const answer = await command(id, 'charge/stop')
  expect(await answer.json()).toEqual({ outcome: 'refused', reason: 'Your car is not charging.' })
})

test('sends a command for its own page alone, and to one’s own cars', {
  tags: ['T01'],
}, async ({ demo }) => {
  const adas = await demo.openPage(ada)
  const { id } = await adas.connectCar()
  expect((await adas.command(id, 'security/lock', { origin: 'http://evil.test' })).status).toBe(403)
  const plain = { 'content-type': 'text/plain' }
  expect((await adas.command(id, 'security/lock', plain)).status).toBe(403)
  expect((await adas.command(id, 'charge/set-limit')).status).toBe(400)
  const eves = await demo.openPage(eve)
  expect((await eves.command(id, 'security/lock')).status).toBe(404)
  expect((await eves.get(`/api/live-cars/${id}`)).status).toBe(404)
  expect(await eves.cars()).toEqual([])
})

test('disconnects a car of one’s own', async ({ demo }) => {
  const { connectCar, post, cars } = await demo.openPage(ada)
  const { id } = await connectCar()
  const eves = await demo.openPage(eve)
  expect((await eves.post('disconnect', { vehicleId: id })).ok).toBe(false)
  expect(await cars()).toHaveLength(1)
  expect((await post('disconnect', { vehicleId: id })).status).toBe(204)
  expect(await cars()).toEqual([])
})

test('asks to sign in to a car again, and shows its figures afterwards', {
  tags: ['F54'],
}, async () => {
  const { openPage } = startDemo('needs-reauthentication')
  const { connectCar, cars, connect, command } = await openPage(ada)
  const { id } = await connectCar()
  // A command finds it out at the latest.
  await command(id, 'security/lock')
  expect(await cars()).toMatchObject([{ id, trouble: 'sign_in_again' }])
  expect((await command(id, 'security/lock')).status).toBe(409)
  const email = `${ada}@bev.smartcar.com`
  const response = await connect({ email, body: { vehicleId: id } })
  const { cars: mended } = (await response.json()) as LiveCars
  expect(mended).toMatchObject([{ id, figures: { odometer: { kind: 'value' } } }])
  expect(mended[0]).not.toHaveProperty('trouble')
})

test('gives the browser no token and no id of a person', { tags: ['T41'] }, async ({ demo }) => {
  const { connect } = await demo.openPage(ada)
  const text = await (await connect({ email: `${ada}@bev.smartcar.com` })).text()
  expect(text).not.toMatch(/token|secret|Bearer|userId/i)
})
