// Version 3: grants without a code, from the session's start to the connection that was found.

import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { demoApp, demoConnectUrl, demoMachine, testUser } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { postSession, startSession } from '../../test/start-session.ts'
import type { SessionParams } from '../session/connect-url.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'

afterEach(() => vi.useRealTimers())

/** What the browser has after the person came back from the provider. */
type Return = { userId: string; state: string; user: string; cookie: string }

function create(scenario = 'happy', params: SessionParams = {}) {
  const simulator = createSimulator({ scenario })
  const shared = { ...demoApp, store: createMemoryStore(), appSession: testUser }
  const kept: unknown[] = []
  const exchangeHandler = createExchangeHandler({
    ...shared,
    requireSession: true,
    machine: demoMachine,
    fetch: simulator.fetch,
    onConnected: async ({ userId, vehicles }) => {
      kept.push({ userId, vehicles })
      return { cars: vehicles.length }
    },
  })
  const sessionHandler = createSessionHandler({
    ...shared,
    connectUrl: demoConnectUrl,
    params: ({ request }) => ({
      responseType: 'none',
      externalId: `ours-${testUser(request)}`,
      scope: ['required:read_vehicle_info', 'read_odometer'],
      ...params,
    }),
  })
  async function connect(user: string) {
    const { url, state, cookie } = await startSession(sessionHandler, { user })
    const query = await connectInSimulator(simulator.fetch, { url, email: `${user}@example.com` })
    return { query, userId: query.get('user_id') ?? '', state, user, cookie }
  }
  /** Posts the user id, as the page of the user does. */
  function exchange({ userId, state, user, cookie }: Return) {
    const headers = { 'x-test-user': user, cookie }
    return exchangeHandler(exchangeRequest({ userId }, { key: state, headers }))
  }
  return { connect, exchange, kept }
}

test('finds the connection by the session’s external id and replays the outcome', async () => {
  const { connect, exchange, kept } = create()
  const ada = await connect('ada')
  expect(ada.query.get('code')).toBeNull()
  const response = await exchange(ada)
  expect([response.status, await response.json()]).toEqual([200, { cars: 2 }])
  expect((await exchange(ada)).status).toBe(200)
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatchObject({ userId: ada.userId, vehicles: [{ mode: 'live' }, {}] })
})

test('stores nothing when session A posts the user id of B', { tags: ['T01'] }, async () => {
  const { connect, exchange, kept } = create()
  const bob = await connect('bob')
  const ada = await connect('ada')
  const response = await exchange({ ...ada, userId: bob.userId })
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
    const { connect, exchange, kept } = create()
    const both = [await connect('ada'), await connect('bob')] as const
    const picks = fields.map((field, bit) => [field, both[(mixture >> bit) & 1 ? 1 : 0][field]])
    const { status } = await exchange(Object.fromEntries(picks))
    const isPure = mixture === 0 || mixture === 15
    expect(status).toBe(isPure ? 200 : 403)
    expect(kept).toHaveLength(isPure ? 1 : 0)
  },
)

test('replays nothing to another user id in the same session', { tags: ['T01'] }, async () => {
  const { connect, exchange } = create()
  const bob = await connect('bob')
  const ada = await connect('ada')
  expect((await exchange(ada)).status).toBe(200)
  expect((await exchange({ ...ada, userId: bob.userId })).status).toBe(409)
})

test('stores nothing when the vehicle is of another mode than asked', {
  tags: ['T31'],
}, async () => {
  const { connect, exchange, kept } = create('other-mode')
  const response = await exchange(await connect('ada'))
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'wrong_mode' }])
  expect(kept).toEqual([])
})

test.each(['fewer-permissions', 'more-permissions'])(
  'judges the scenario %s',
  { tags: ['T31'] },
  async name => {
    const scope = ['read_odometer', 'required:read_vehicle_info']
    const { connect, exchange, kept } = create(name, { scope })
    expect((await exchange(await connect('ada'))).status).toBe(403)
    expect(kept).toEqual([])
  },
)

test('waits for a connection that is listed late', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { connect, exchange, kept } = create('connections-lag')
  const answering = exchange(await connect('ada'))
  await vi.advanceTimersByTimeAsync(7000)
  expect((await answering).status).toBe(200)
  expect(kept).toHaveLength(1)
})

test('says try again, and means it, when the connection is not listed in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { connect, exchange } = create('connections-lag')
  const ada = await connect('ada')
  // The clock stands still while the handler waits, so the connection stays unlisted.
  const started = Date.now()
  let isAnswered = false
  const answering = exchange(ada).finally(() => {
    isAnswered = true
  })
  while (!isAnswered) {
    await vi.advanceTimersByTimeAsync(250)
    vi.setSystemTime(started)
  }
  const response = await answering
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_listed' }])
  vi.setSystemTime(started + 6000)
  expect((await exchange(ada)).status).toBe(200)
})

test('refuses a session of this kind without an external id', async () => {
  const sessionHandler = createSessionHandler({
    ...demoApp,
    store: createMemoryStore(),
    appSession: testUser,
    params: () => ({ responseType: 'none' }),
  })
  const { response } = await postSession(sessionHandler, { user: 'ada' })
  expect(response.status).toBe(503)
})

test('refuses at creation what would have to believe the browser', () => {
  async function onConnected() {
    return {}
  }
  expect(() => createExchangeHandler({ ...demoApp, onConnected })).toThrow(
    /machine and requireSess/,
  )
  expect(() => createExchangeHandler({ ...demoApp })).toThrow(/onTokens/)
})
