// Sessions that the server starts, from the popup's address to the exchange.
import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { type ExchangeRequestChange, exchangeRequest } from '../../test/exchange-request.ts'
import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createSessionHandler } from './session-handler.ts'
import type { SessionAnswer, SessionHandlerOptions } from './session-options.ts'

const place = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/smartcar-redirect.html',
  origins: 'http://localhost:5173',
  connectUrl: 'http://localhost:4010',
  tokenUrl: 'http://localhost:4010/oauth/token',
}

function create(options: Partial<SessionHandlerOptions> = {}) {
  let nowMs = Date.now()
  function now() {
    return nowMs
  }
  const simulator = createSimulator({ now })
  const store = createMemoryStore({ now })
  function appSession(request: Request) {
    return request.headers.get('x-test-user') ?? undefined
  }
  let tokenCalls = 0
  const exchange = createExchangeHandler({
    ...place,
    clientSecret: 'demo-secret',
    apiUrl: 'http://localhost:4010',
    store,
    appSession,
    requireSession: true,
    now,
    fetch: request => {
      if (request.url.endsWith('/oauth/token')) tokenCalls += 1
      return simulator.fetch(request)
    },
    onTokens: async (_, { vehicles }) => ({ cars: vehicles.length }),
  })
  const session = createSessionHandler({
    ...place,
    store,
    appSession,
    now,
    params: () => ({
      scope: ['required:read_vehicle_info', 'read_odometer'],
      externalId: 'ours',
    }),
    ...options,
  })
  /** Starts a session as a user's browser; `cookie` is what the browser has afterwards. */
  async function start(user: string | undefined, cookie?: string, body: object = {}) {
    const headers = { 'x-test-user': user, 'idempotency-key': undefined, cookie }
    const response = await session(exchangeRequest(body, { headers }))
    const set = response.headers.get('set-cookie')?.split(';')[0]
    return { response, cookie: set ?? cookie ?? '' }
  }
  async function started(user: string, cookie?: string) {
    const { response, cookie: own } = await start(user, cookie)
    const { url, state } = (await response.json()) as SessionAnswer
    const query = await connectInSimulator(simulator.fetch, { url, email: `${user}@example.com` })
    return { user, cookie: own, state, query, code: query.get('code') ?? '' }
  }
  function finish(
    flow: { user: string; cookie: string; state: string; code: string },
    change: ExchangeRequestChange = {},
  ) {
    return exchange(
      exchangeRequest(
        { code: flow.code },
        {
          key: flow.state,
          ...change,
          headers: { 'x-test-user': flow.user, cookie: flow.cookie, ...change.headers },
        },
      ),
    )
  }
  function pass(ms: number) {
    nowMs += ms
  }
  return {
    session,
    exchange,
    start,
    started,
    finish,
    pass,
    simulator,
    tokenCalls: () => tokenCalls,
  }
}

test('starts a session, comes back with its state and finishes', async () => {
  const { started, finish } = create()
  const flow = await started('ada')
  expect(flow.query.get('state')).toBe(flow.state)
  expect(flow.query.get('external_id')).toBe('ours')
  const response = await finish(flow)
  expect([response.status, await response.json()]).toEqual([200, { cars: 2 }])
})

test('carries the app’s own state behind the token', async () => {
  const { start } = create()
  const { response } = await start('ada', undefined, { state: 'täb' })
  const { url, state } = (await response.json()) as SessionAnswer
  const encoded = Buffer.from('täb').toString('base64url')
  expect(new URL(url).searchParams.get('state')).toBe(`${state}.${encoded}`)
})

test('replays the outcome of a session', { tags: ['F24'] }, async () => {
  const { started, finish, tokenCalls, pass } = create()
  const flow = await started('ada')
  await finish(flow)
  pass(14 * 60_000)
  expect((await finish(flow)).status).toBe(200)
  expect(tokenCalls()).toBe(1)
})

test('makes one token call of fifty parallel posts of one state', { tags: ['T08'] }, async () => {
  const { started, finish, tokenCalls } = create()
  const flow = await started('ada')
  const all = await Promise.all(Array.from({ length: 50 }, () => finish(flow)))
  expect(all.map(response => response.status)).toEqual(Array(50).fill(200))
  expect(tokenCalls()).toBe(1)
})

test('takes no grant for the state of another session', { tags: ['T02'] }, async () => {
  const { started, finish, tokenCalls } = create()
  const eve = await started('eve')
  const ada = await started('ada')
  expect((await finish({ ...ada, state: eve.state })).status).toBe(403)
  expect((await finish({ ...ada, cookie: eve.cookie })).status).toBe(403)
  expect((await finish({ ...ada, cookie: '' })).status).toBe(403)
  expect(tokenCalls()).toBe(0)
  expect((await finish(ada)).status).toBe(200)
})

test('ends what was begun under another login', { tags: ['T34'] }, async () => {
  const { started, finish, tokenCalls } = create()
  const flow = await started('ada')
  expect((await finish({ ...flow, user: 'bob' })).status).toBe(403)
  expect((await finish(flow, { headers: { 'x-test-user': undefined } })).status).toBe(401)
  expect(tokenCalls()).toBe(0)
})

test('takes no stolen code into the thief’s own session', { tags: ['T10'] }, async () => {
  const { started, finish } = create()
  const ada = await started('ada')
  const eve = await started('eve')
  expect((await finish(ada)).status).toBe(200)
  expect((await finish({ ...eve, code: ada.code })).status).toBe(409)
})

test.each([
  ['a made-up state', 'M'.repeat(43)],
  ['a prefix of the state', 'prefix'],
  ['the state in other case', 'case'],
])('refuses %s', { tags: ['T06'] }, async (_, kind) => {
  const { started, finish, tokenCalls } = create()
  const flow = await started('ada')
  const other = {
    prefix: flow.state.slice(0, 42),
    case: flow.state.replace(/[a-z]/, letter => letter.toUpperCase()),
  }[kind]
  expect((await finish({ ...flow, state: other ?? kind })).status).toBe(403)
  expect(tokenCalls()).toBe(0)
})

test('answers unknown, expired and foreign sessions alike', { tags: ['T37'] }, async () => {
  const { started, finish, pass } = create()
  const old = await started('ada')
  pass(15 * 60_000)
  const fresh = await started('ada')
  const answers = await Promise.all([
    finish(old),
    finish({ ...fresh, state: 'U'.repeat(43) }),
    finish({ ...fresh, cookie: '' }),
  ])
  const bodies = await Promise.all(answers.map(answer => answer.text()))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([403]))
  expect(new Set(bodies).size).toBe(1)
})

test('sends nothing for a thousand made-up grants', { tags: ['T38'] }, async () => {
  const { start, finish, tokenCalls } = create()
  const { cookie } = await start('ada')
  for (let index = 0; index < 1000; index += 1) {
    const state = `made-up-${index}`.padEnd(43, '0')
    const response = await finish({ user: 'ada', cookie, state, code: `code-${index}` })
    expect(response.status).toBe(403)
  }
  expect(tokenCalls()).toBe(0)
})

test('keeps five open sessions and answers the twenty-first of a minute with 429', {
  tags: ['T38'],
}, async () => {
  const { start, started, finish } = create()
  const first = await started('ada')
  for (let index = 0; index < 4; index += 1) await start('ada', first.cookie)
  expect((await finish({ ...first, code: 'x' })).status).toBe(400)
  const second = await started('ada', first.cookie)
  for (let index = 0; index < 5; index += 1) await start('ada', first.cookie)
  expect((await finish(second)).status).toBe(403)
  for (let index = 0; index < 9; index += 1) await start('ada', first.cookie)
  const { response } = await start('ada', first.cookie)
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('60')
})

test.each([
  ['provider', { tokenUrl: 'https://auth.smartcar.com/oauth/token' }],
  ['application', { clientId: 'another-client' }],
  ['redirect URI', { redirectUri: 'http://localhost:5173/other.html' }],
])('finishes no session that was started for another %s', { tags: ['T07'] }, async (_, place) => {
  const { start, finish, tokenCalls } = create(place)
  const { response, cookie } = await start('ada')
  const { state } = (await response.json()) as SessionAnswer
  expect((await finish({ user: 'ada', cookie, state, code: 'code' })).status).toBe(409)
  expect(tokenCalls()).toBe(0)
})

test('refuses less than the session asked for, whatever the URL became', {
  tags: ['T31'],
}, async () => {
  const { start, simulator, finish } = create()
  const { response, cookie } = await start('ada')
  const { url, state } = (await response.json()) as SessionAnswer
  const edited = new URL(url)
  edited.searchParams.set('scope', 'read_odometer')
  const query = await connectInSimulator(simulator.fetch, { url: edited.href })
  const answer = await finish({ user: 'ada', cookie, state, code: query.get('code') ?? '' })
  expect(await answer.json()).toMatchObject({ code: 'insufficient_permissions' })
})

test('keeps the cookie of a browser, so that two tabs can both finish', {
  tags: ['T11'],
}, async () => {
  const { started, finish } = create()
  const one = await started('ada')
  const two = await started('ada', one.cookie)
  expect(two.cookie).toBe(one.cookie)
  expect((await finish(one)).status).toBe(200)
  expect((await finish(two)).status).toBe(200)
})

test('starts no session for a foreign page or without a login', { tags: ['T33'] }, async () => {
  const { session, start } = create()
  const foreign = exchangeRequest({}, { headers: { origin: 'https://evil.test' } })
  expect((await session(foreign)).status).toBe(403)
  expect((await start(undefined)).response.status).toBe(401)
  expect((await session(exchangeRequest({ scope: 'all' }))).status).toBe(400)
})

test('starts no session when the app refuses the vehicle, and tells the operator', async () => {
  const events: unknown[] = []
  const { start } = create({
    onEvent: event => events.push(event),
    params: ({ vehicleId }) => {
      if (vehicleId !== 'mine') throw new Error('not theirs')
      return { vehicleId }
    },
  })
  const mine = await start('ada', undefined, { vehicleId: 'mine' })
  expect(((await mine.response.json()) as SessionAnswer).url).toContain('/oauth/reauthenticate?')
  const other = await start('ada', undefined, { vehicleId: 'other' })
  expect(other.response.status).toBe(503)
  expect(other.response.headers.get('set-cookie')).toBeNull()
  const failed = { type: 'session_failed', problem: 'not_started', status: 503 }
  expect(events).toEqual([{ type: 'session_started' }, failed])
})
