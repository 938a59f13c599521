// Version 3: grants without a code, from the session's start to the connection that was found.
import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import type { SessionParams } from '../session/connect-url.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { SessionAnswer } from '../session/session-options.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'

afterEach(() => vi.useRealTimers())

const origin = 'http://localhost:4010'
const place = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/smartcar-redirect.html',
  origins: 'http://localhost:5173',
  connectUrl: origin,
  tokenUrl: `${origin}/oauth/token`,
}
const machine = {
  clientId: 'client_demo',
  clientSecret: 'demo-machine-secret',
  iamUrl: `${origin}/oauth2/token`,
  apiUrl: origin,
}

function create(scenario = 'happy', asked: SessionParams = {}) {
  const simulator = createSimulator({ scenario })
  const store = createMemoryStore()
  function appSession(request: Request) {
    return request.headers.get('x-test-user') ?? undefined
  }
  const kept: unknown[] = []
  const exchange = createExchangeHandler({
    ...place,
    store,
    appSession,
    requireSession: true,
    machine,
    fetch: simulator.fetch,
    onConnected: async ({ userId, vehicles }) => {
      kept.push({ userId, vehicles })
      return { cars: vehicles.length }
    },
  })
  const session = createSessionHandler({
    ...place,
    store,
    appSession,
    params: ({ request }) => ({
      responseType: 'none',
      externalId: `ours-${appSession(request)}`,
      scope: ['required:read_vehicle_info', 'read_odometer'],
      ...asked,
    }),
  })
  async function connect(user: string) {
    const headers = { 'x-test-user': user, 'idempotency-key': undefined }
    const response = await session(exchangeRequest({}, { headers }))
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { url, state } = (await response.json()) as SessionAnswer
    const query = await connectInSimulator(simulator.fetch, { url, email: `${user}@example.com` })
    const own = { userId: query.get('user_id') ?? '', state, user, cookie }
    function finish(userId = own.userId) {
      return post({ ...own, userId })
    }
    return { query, ...own, finish }
  }
  function post(from: { userId: string; state: string; user: string; cookie: string }) {
    return exchange(
      exchangeRequest(
        { userId: from.userId },
        { key: from.state, headers: { 'x-test-user': from.user, cookie: from.cookie } },
      ),
    )
  }
  return { connect, post, kept }
}

test('finds the connection by the session’s external id and replays the outcome', async () => {
  const { connect, kept } = create()
  const ada = await connect('ada')
  expect(ada.query.get('code')).toBeNull()
  const response = await ada.finish()
  expect([response.status, await response.json()]).toEqual([200, { cars: 2 }])
  expect((await ada.finish()).status).toBe(200)
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatchObject({ userId: ada.userId, vehicles: [{ mode: 'live' }, {}] })
})

test('stores nothing when session A posts the user id of B', { tags: ['T01'] }, async () => {
  const { connect, kept } = create()
  const bob = await connect('bob')
  const ada = await connect('ada')
  const response = await ada.finish(bob.userId)
  expect([response.status, await response.json()]).toMatchObject([
    403,
    { code: 'identity_mismatch' },
  ])
  expect(kept).toEqual([])
})

const fields = ['userId', 'state', 'user', 'cookie'] as const

test.each(Array.from({ length: 16 }, (_, mixture) => mixture))(
  'accepts no mixture of two sessions (%i of 16, the first and last are pure)',
  { tags: ['T01', 'T10'] },
  async mixture => {
    const { connect, post, kept } = create()
    const both = [await connect('ada'), await connect('bob')] as const
    const picks = fields.map((field, bit) => [field, both[(mixture >> bit) & 1 ? 1 : 0][field]])
    const { status } = await post(Object.fromEntries(picks))
    const isPure = mixture === 0 || mixture === 15
    expect(status).toBe(isPure ? 200 : 403)
    expect(kept).toHaveLength(isPure ? 1 : 0)
  },
)

test('replays nothing to another user id in the same session', { tags: ['T01'] }, async () => {
  const { connect } = create()
  const bob = await connect('bob')
  const ada = await connect('ada')
  expect((await ada.finish()).status).toBe(200)
  expect((await ada.finish(bob.userId)).status).toBe(409)
})

test('stores nothing when the vehicle is of another mode than asked', {
  tags: ['T31'],
}, async () => {
  const { connect, kept } = create('other-mode')
  const response = await (await connect('ada')).finish()
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'wrong_mode' }])
  expect(kept).toEqual([])
})

test.each(['fewer-permissions', 'more-permissions'])(
  'judges the scenario %s',
  { tags: ['T31'] },
  async name => {
    const scope = ['read_odometer', 'required:read_vehicle_info']
    const { connect, kept } = create(name, { scope })
    expect((await (await connect('ada')).finish()).status).toBe(403)
    expect(kept).toEqual([])
  },
)

test('waits for a connection that is listed late', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { connect, kept } = create('connections-lag')
  const finishing = (await connect('ada')).finish()
  await vi.advanceTimersByTimeAsync(7000)
  expect((await finishing).status).toBe(200)
  expect(kept).toHaveLength(1)
})

test('says try again, and means it, when the connection is not listed in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { connect } = create('connections-lag')
  const ada = await connect('ada')
  // The clock stands still while the handler waits, so the connection stays unlisted.
  const started = Date.now()
  let finished = false
  const finishing = ada.finish().finally(() => {
    finished = true
  })
  while (!finished) {
    await vi.advanceTimersByTimeAsync(250)
    vi.setSystemTime(started)
  }
  const response = await finishing
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_listed' }])
  vi.setSystemTime(started + 6000)
  expect((await ada.finish()).status).toBe(200)
})

test('refuses a session of this kind without an external id', async () => {
  const session = createSessionHandler({
    ...place,
    store: createMemoryStore(),
    appSession: () => 'ada',
    params: () => ({ responseType: 'none' }),
  })
  const request = exchangeRequest({}, { headers: { 'idempotency-key': undefined } })
  expect((await session(request)).status).toBe(503)
})

test('refuses at creation what would have to believe the browser', () => {
  async function onConnected() {
    return {}
  }
  expect(() => createExchangeHandler({ ...place, onConnected })).toThrow(/machine and requireSess/)
  expect(() => createExchangeHandler({ ...place })).toThrow(/onTokens/)
})
