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
import { deadlineIn } from '../timing/deadline.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import { redeemListed } from './redeem-listed.ts'

afterEach(() => vi.useRealTimers())

/** What the browser has after the person came back from the provider. */
type Return = { userId: string; state: string; user: string; cookie: string }

function create(scenario = 'happy', params: SessionParams = {}) {
  const simulator = createSimulator({ scenario })
  const shared = { ...demoApp, store: createMemoryStore(), appSession: testUser }
  const kept: unknown[] = []
  /** What the provider lists besides. */
  const list: object[] = []
  let reads = 0
  const exchangeHandler = createExchangeHandler({
    ...shared,
    requireSession: true,
    machine: demoMachine,
    fetch: async request => {
      if (!request.url.includes('/v3/connections')) return simulator.fetch(request)
      reads += 1
      const response = await simulator.fetch(request)
      const answer = (await response.json()) as { data: object[] }
      return Response.json({ ...answer, data: [...answer.data, ...list] })
    },
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
  return { connect, exchange, kept, list, reads: () => reads }
}

/** Lets fake timers run until the answer is there. */
async function passTime(answering: Promise<Response>, onStep: () => void): Promise<Response> {
  let isAnswered = false
  const answer = answering.finally(() => {
    isAnswered = true
  })
  while (!isAnswered) {
    await vi.advanceTimersByTimeAsync(250)
    onStep()
  }
  return answer
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

test('connects one person in two sessions', async () => {
  const { connect, exchange, kept } = create()
  const [first, second] = [await connect('ada'), await connect('ada')]
  expect(first.userId).toBe(second.userId)
  expect((await exchange(first)).status).toBe(200)
  expect((await exchange(second)).status).toBe(200)
  expect(kept).toHaveLength(2)
})

function soon() {
  return deadlineIn(10_000)
}

function connection(userId: string, id = 'car', permissions = ['read_odometer']) {
  return {
    attributes: { permissions, mode: 'live' },
    id: `connection of ${id}`,
    relationships: { user: { data: { id: userId } }, vehicle: { data: { id } } },
  }
}

function machineWith(data: readonly object[], vin?: string) {
  const filters: string[] = []
  async function fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.endsWith('/vehicleidentification-vin')) {
      if (request.headers.get('sc-user-id') !== 'ada' || vin === undefined) {
        return Response.json({}, { status: 404 })
      }
      return Response.json({ data: { attributes: { body: { value: vin } } } })
    }
    filters.push(searchParams.get('filter[user.externalId]') ?? '')
    return Response.json({ data })
  }
  const api = { url: new URL('http://localhost:4010'), fetch }
  return { machine: { api, token: { getAccessToken: async () => 'token', forget() {} } }, filters }
}

test('asks for nothing but the external id of the session', async () => {
  const { machine, filters } = machineWith([connection('ada')])
  const vehicles = [{ id: 'car', permissions: ['read_odometer'], mode: 'live' }]
  const connections = [expect.objectContaining({ id: 'connection of car', userId: 'ada' })]
  const listed = { isListed: true, externalId: 'ours', connections }
  const verified = { userId: 'ada', vehicles, vins: new Map(), ...listed }
  expect(await redeemListed(machine, 'user', { externalId: 'ours' }, soon())).toEqual({
    ok: true,
    redeemed: { kind: 'user', verified },
  })
  expect(filters).toEqual(['ours'])
})

test.each([
  ['no external id', 'user', { externalId: null }],
  ['no session', 'user', {}],
  ['no vehicle', 'vehicle', { externalId: 'ours' }],
] as const)('asks the provider nothing with %s', { tags: ['T01'] }, async (_, kind, requested) => {
  const { machine, filters } = machineWith([connection('ada')])
  const mismatch = { ok: false, problem: 'identity_mismatch' }
  expect(await redeemListed(machine, kind, requested, soon())).toEqual(mismatch)
  expect(filters).toEqual([])
})

test('refuses an external id that also another person has', { tags: ['T01'] }, async () => {
  for (const users of [
    ['ada', 'eve'],
    ['eve', 'ada'],
    ['ada', 'eve', 'ada'],
  ]) {
    const { machine } = machineWith(users.map(user => connection(user)))
    const redemption = await redeemListed(machine, 'user', { externalId: 'ours' }, soon())
    expect(redemption).toEqual({ ok: false, problem: 'identity_mismatch' })
  }
})

test('gives the app none of the connections when one is of somebody else', {
  tags: ['T01'],
}, async () => {
  const { connect, exchange, kept, list } = create()
  const ada = await connect('ada')
  list.push(connection('eve', 'another car', ['read_vehicle_info']))
  expect((await exchange(ada)).status).toBe(403)
  expect(kept).toEqual([])
})

test('counts a vehicle as signed in again only when it is listed, and tells no other', {
  tags: ['T47'],
}, async () => {
  const { machine } = machineWith([connection('ada', 'first'), connection('ada', 'car')])
  const requested = { externalId: 'fresh', vehicleId: 'car' }
  const redemption = await redeemListed(machine, 'vehicle', requested, soon())
  expect(redemption.ok && redemption.redeemed.verified.vehicles.map(({ id }) => id)).toEqual([
    'car',
  ])
})

test('asks again for a vehicle while only others of the person are listed', {
  tags: ['T47'],
}, async () => {
  const { machine } = machineWith([connection('ada', 'first')])
  const requested = { externalId: 'fresh', vehicleId: 'car' }
  const redemption = await redeemListed(machine, 'vehicle', requested, deadlineIn(100))
  expect(redemption).toEqual({ ok: false, problem: 'not_listed' })
})

test.each([
  ['the VIN that was asked for', 'wvwzzz1kzap000001', true, 'WVWZZZ1KZAP000001'],
  ['another VIN', 'WVWZZZ1KZAP000002', true, 'WVWZZZ1KZAP000002'],
  ['no VIN yet', undefined, false, 'not_listed'],
])('reads which car it is with %s', { tags: ['T46'] }, async (_, vin, ok, result) => {
  const { machine } = machineWith([connection('ada', 'car', ['read_vin'])], vin)
  const requested = { externalId: 'ours', vin: 'WVWZZZ1KZAP000001' }
  const redemption = await redeemListed(machine, 'user', requested, soon())
  expect(redemption.ok).toBe(ok)
  expect(redemption.ok ? redemption.redeemed.verified.vins.get('car') : redemption.problem).toBe(
    result,
  )
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
  'refuses other permissions than were asked for: %s',
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
  const { connect, exchange, kept, reads } = create('connections-lag')
  const ada = await connect('ada')
  const startMs = Date.now()
  // The clock stands still until the connections are read for the first time.
  const response = await passTime(exchange(ada), () => {
    if (reads() === 0) vi.setSystemTime(startMs)
  })
  expect(response.status).toBe(200)
  expect(reads()).toBeGreaterThan(1)
  expect(kept).toHaveLength(1)
})

test('says try again, and means it, when the connection is not listed in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { connect, exchange } = create('connections-lag')
  const ada = await connect('ada')
  const startMs = Date.now()
  // The clock stands still while the handler waits, so the connection stays unlisted.
  const response = await passTime(exchange(ada), () => vi.setSystemTime(startMs))
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_listed' }])
  vi.setSystemTime(startMs + 6000)
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

test('refuses what would have to believe the browser', async () => {
  async function onConnected() {
    return {}
  }
  await expect(createExchangeHandler({ ...demoApp, onConnected }).check()).rejects.toThrow(
    /machine and requireSess/,
  )
  await expect(createExchangeHandler({ ...demoApp }).check()).rejects.toThrow(/onTokens/)
})
