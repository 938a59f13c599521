// The examples of version 3, run: a person connects, the app reads the car, a webhook arrives.

import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSimulator } from 'smartcar-connect-simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser, pageOrigin } from '../test/backend-browser.ts'
import { type ServedFetch, serveFetch } from '../test/serve-fetch.ts'

const simulator = createSimulator()
let provider: ServedFetch
let folder: string

beforeAll(async () => {
  provider = await serveFetch(simulator.fetch)
  folder = await mkdtemp(join(tmpdir(), 'smartcar-version-three-'))
  for (const [name, value] of Object.entries({
    SMARTCAR_APPLICATION_ID: 'demo-client',
    SMARTCAR_CLIENT_ID: 'client_demo',
    SMARTCAR_CLIENT_SECRET: 'demo-machine-secret',
    SMARTCAR_SIMULATOR: provider.url,
    SMARTCAR_MANAGEMENT_TOKEN: 'demo-management-token',
    APP_ORIGIN: pageOrigin,
    DATABASE_FILE: join(folder, 'smartcar.db'),
  })) {
    vi.stubEnv(name, value)
  }
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await provider.stop()
  await rm(folder, { recursive: true, force: true })
})

const mounts: Record<string, () => Promise<(request: Request) => Promise<Response>>> = {
  hono: async () => {
    const { app } = await import('./backend-hono.ts')
    return async request => app.fetch(request)
  },
  express: async () => {
    const { app } = await import('./backend-express.ts')
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    server.unref()
    const { port } = server.address() as AddressInfo
    return async request => {
      const { pathname } = new URL(request.url)
      const headers = { ...Object.fromEntries(request.headers), connection: 'close' }
      const init = { method: request.method, headers, body: await request.bytes() }
      return fetch(`http://127.0.0.1:${port}${pathname}`, init)
    }
  },
}

test.each(Object.keys(mounts))('%s: a person connects, and the app reads their car', async name => {
  const fetch = (await mounts[name]?.()) ?? (async () => Response.error())
  const mounted = {
    fetch: (request: Request) => {
      const own = new Request(request)
      own.headers.set('cookie', `user=${name}; ${request.headers.get('cookie') ?? ''}`)
      return fetch(own)
    },
  }
  const response = await openBrowser(mounted, simulator.fetch, name).connect()
  expect(response.status).toBe(200)
  const [{ id = '' } = {}] = (await response.json()) as { id: string }[]
  const { odometerOf } = await import('./car.ts')
  expect(await odometerOf(name, id)).toMatch(/^[\d.]+ km$/)
  expect(await odometerOf('eve', id)).toBe('not_connected')
  const { connectedPairs } = await import('./api.ts')
  expect((await connectedPairs()).map(({ vehicleId }) => vehicleId)).toContain(id)
})

test('a webhook is handled', async () => {
  const { webhook, charges } = await import('./webhook.ts')
  const code = 'tractionbattery-stateofcharge'
  const signal = { code, status: { value: 'SUCCESS' }, body: { value: 64, unit: 'percent' } }
  const data = { user: { id: 'person' }, vehicle: { id: 'car' }, signals: [signal] }
  const body = JSON.stringify({ eventId: 'event', eventType: 'VEHICLE_STATE', data })
  const signature = createHmac('sha256', 'demo-management-token').update(body).digest('hex')
  const headers = { 'sc-signature': signature }
  const request = new Request('https://app.example/hook', { method: 'POST', headers, body })
  expect((await webhook(request)).status).toBe(200)
  expect(charges).toEqual({ car: 64 })
})
