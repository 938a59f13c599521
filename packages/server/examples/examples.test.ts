// Every adapter of the README, run; and the README, compared with what was run.

import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSimulator } from 'smartcar-connect-simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { randomToken } from '../src/crypto/random-token.ts'
import { connectInSimulator } from '../test/connect-in-simulator.ts'
import { exchangeRequest } from '../test/exchange-request.ts'
import { type ServedFetch, serveFetch } from '../test/serve-fetch.ts'
import { startSession } from '../test/start-session.ts'

const simulator = createSimulator()
const vaultSecret = randomToken()
let provider: ServedFetch
let folder: string

beforeAll(async () => {
  provider = await serveFetch(simulator.fetch)
  folder = await mkdtemp(join(tmpdir(), 'smartcar-examples-'))
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value)
})
afterAll(async () => {
  const { vault } = await import('./exchange.ts')
  expect(await vault.list({ user: 'ada' })).toHaveLength(1)
  vi.unstubAllEnvs()
  await provider.stop()
  await rm(folder, { recursive: true, force: true })
})

function environment() {
  return {
    SMARTCAR_CLIENT_ID: 'demo-client',
    SMARTCAR_CLIENT_SECRET: 'demo-secret',
    SMARTCAR_TOKEN_URL: `${provider.url}/oauth/token`,
    SMARTCAR_API_URL: provider.url,
    SMARTCAR_CONNECT_URL: 'http://localhost:4010',
    VAULT_SECRET: vaultSecret,
    APP_ORIGIN: 'http://localhost:5173',
    DATABASE_FILE: join(folder, 'smartcar.db'),
  }
}

const adapters: Record<string, () => Promise<(request: Request) => Promise<Response>>> = {
  hono: async () => {
    const { app } = await import('./hono.ts')
    return async request => app.fetch(request)
  },
  'next-route': async () => (await import('./next-route.ts')).POST,
  cloudflare: async () => {
    const { worker } = await import('./cloudflare.ts')
    return request => worker.fetch(request, environment())
  },
  express: async () => {
    const { app } = await import('./express.ts')
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return async request => {
      const body = await request.bytes()
      const url = new URL(new URL(request.url).pathname, `http://127.0.0.1:${port}`)
      const headers = { ...Object.fromEntries(request.headers), connection: 'close' }
      return fetch(url, { method: 'POST', headers, body }).finally(() => server.close())
    }
  },
}

/** Access tokens end at the simulator, and the vault's own clock does not know. */
async function moveClock(body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const address = 'http://localhost:4010/__simulator/clock'
  const response = await simulator.fetch(new Request(address, { method: 'POST', headers, body }))
  expect(response.ok).toBe(true)
}

test.each(Object.keys(adapters))('%s exchanges a grant', async name => {
  const open = adapters[name]
  const handle = await open?.()
  const params = { scope: 'required:read_vehicle_info read_odometer' }
  const query = await connectInSimulator(simulator.fetch, { params })
  const grant = { code: query.get('code') }
  const key = `session-of-the-adapter-${name}`
  const headers = { cookie: 'user=ada' }
  const response = await handle?.(exchangeRequest(grant, { key, headers }))
  expect(response?.status).toBe(200)
  expect(await response?.json()).toEqual({ vehicles: [expect.any(String), expect.any(String)] })
  expect(response?.headers.get('cache-control')).toBe('no-store')
})

test('refuses a foreign page behind an adapter', async () => {
  const handle = await adapters.hono?.()
  const foreign = { headers: { cookie: 'user=ada', origin: 'https://evil.test' } }
  expect((await handle?.(exchangeRequest({ code: 'code' }, foreign)))?.status).toBe(403)
})

test('a session of the server ends in an exchange and in tokens that are kept', async () => {
  const { session, exchangeInSession } = await import('./session.ts')
  const { askSmartcar } = await import('./access-token.ts')
  const login = 'user=ada'
  const { url, state, cookie } = await startSession(session, { cookie: login })
  const query = await connectInSimulator(simulator.fetch, { url })
  const headers = { cookie: `${login}; ${cookie}` }
  const request = exchangeRequest({ code: query.get('code') }, { key: state, headers })
  expect((await exchangeInSession(request)).status).toBe(200)
  const outside = exchangeRequest({ code: 'code' }, { headers })
  expect((await exchangeInSession(outside)).status).toBe(403)
  const person = query.get('user_id') ?? ''
  const twoHours = JSON.stringify({ advanceMs: 7_200_000 })
  for (const advance of [undefined, twoHours]) {
    if (advance !== undefined) await moveClock(advance)
    const read = await askSmartcar('ada', person, 'vehicles')
    expect(await read?.json()).toMatchObject({ vehicles: [expect.any(String), expect.any(String)] })
  }
})

test('the README shows every example as it was run, and nothing else', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const shown = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, source]) => source)
  const versionThree = ['backend', 'backend-hono', 'backend-express', 'car', 'api', 'webhook']
  const versionTwo = ['exchange', 'access-token', ...Object.keys(adapters), 'session']
  const names = [...versionThree, ...versionTwo]
  const sources = names.map(name => readFile(new URL(`${name}.ts`, import.meta.url), 'utf8'))
  expect(shown.sort()).toEqual((await Promise.all(sources)).sort())
})
