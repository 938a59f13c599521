// Sessions that the server starts, from the popup's address to the exchange.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { cookieAfter } from '../../test/cookie-jar.ts'
import { demoApp, demoConnectUrl, demoSecrets, testUser } from '../../test/demo-app.ts'
import { type ExchangeRequestChange, exchangeRequest } from '../../test/exchange-request.ts'
import { postSession, startSession } from '../../test/start-session.ts'
import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import type { ServerEvent } from '../server-event.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createSessionHandler } from './session-handler.ts'
import type { SessionHandlerOptions } from './session-options.ts'

/** What the browser has after the person came back from the provider. */
type Return = { user: string; cookie: string; state: string; code: string }

function create(options: Partial<SessionHandlerOptions> = {}) {
  let nowMs = Date.now()
  function now() {
    return nowMs
  }
  const simulator = createSimulator({ now })
  const store = createMemoryStore({ now })
  const shared = { ...demoApp, store, appSession: testUser, now }
  let tokenCalls = 0
  const exchangeHandler = createExchangeHandler({
    ...shared,
    ...demoSecrets,
    requireSession: true,
    fetch: request => {
      if (request.url.endsWith('/oauth/token')) tokenCalls += 1
      return simulator.fetch(request)
    },
    onTokens: async (_, { vehicles }) => ({ cars: vehicles.length }),
  })
  const sessionHandler = createSessionHandler({
    ...shared,
    connectUrl: demoConnectUrl,
    params: () => ({
      scope: ['required:read_vehicle_info', 'read_odometer'],
      externalId: 'ours',
    }),
    ...options,
  })
  /** Starts a session and walks through the simulator's pages. */
  async function connect(user: string, ownCookie?: string) {
    const { url, state, cookie } = await startSession(sessionHandler, { user, cookie: ownCookie })
    const query = await connectInSimulator(simulator.fetch, { url, email: `${user}@example.com` })
    return { user, cookie, state, query, code: query.get('code') ?? '' }
  }
  /** Posts the code, as the page of the user does. */
  function exchange({ user, cookie, state, code }: Return, change: ExchangeRequestChange = {}) {
    const headers = { 'x-test-user': user, cookie, ...change.headers }
    return exchangeHandler(exchangeRequest({ code }, { key: state, ...change, headers }))
  }
  function pass(ms: number) {
    nowMs += ms
  }
  const handlers = { sessionHandler, exchangeHandler }
  return { ...handlers, connect, exchange, pass, simulator, store, tokenCalls: () => tokenCalls }
}

test('starts a session, comes back with its state and connects', async () => {
  const { connect, exchange } = create()
  const session = await connect('ada')
  expect(session.query.get('state')).toBe(session.state)
  expect(session.query.get('external_id')).toBe('ours')
  const response = await exchange(session)
  expect([response.status, await response.json()]).toEqual([200, { cars: 2 }])
})

test('carries the app’s own state behind the token', async () => {
  const { sessionHandler } = create()
  const { url, state } = await startSession(sessionHandler, { user: 'ada', body: { state: 'täb' } })
  const encoded = Buffer.from('täb').toString('base64url')
  expect(new URL(url).searchParams.get('state')).toBe(`${state}.${encoded}`)
})

test('replays the outcome of a session', { tags: ['F24'] }, async () => {
  const { connect, exchange, tokenCalls, pass } = create()
  const session = await connect('ada')
  await exchange(session)
  pass(14 * 60_000)
  expect((await exchange(session)).status).toBe(200)
  expect(tokenCalls()).toBe(1)
})

test('replays the outcome after the session has expired, and starts nothing', {
  tags: ['F24'],
}, async () => {
  const { connect, exchange, tokenCalls, pass } = create()
  const session = await connect('ada')
  const unused = await connect('ada', session.cookie)
  pass(9 * 60_000)
  expect((await exchange(session)).status).toBe(200)
  pass(6 * 60_000)
  expect((await exchange(session)).status).toBe(200)
  expect((await exchange(unused)).status).toBe(403)
  expect(tokenCalls()).toBe(1)
})

test('remembers a refused code as long as a spent one, so that no clock that jumps sends it again', {
  tags: ['T54', 'F71'],
}, async () => {
  const { connect, exchange, store } = create()
  const stored = vi.spyOn(store, 'storeOutcome')
  const session = await connect('ada')
  const answer = await (await exchange({ ...session, code: 'refused' })).json()
  expect(answer).toMatchObject({ code: 'grant_refused' })
  expect(stored.mock.calls.map(([, , , isSpent]) => isSpent)).toEqual([true])
})

test('makes one token call of fifty parallel posts of one state', { tags: ['T08'] }, async () => {
  const { connect, exchange, tokenCalls } = create()
  const session = await connect('ada')
  const all = await Promise.all(Array.from({ length: 50 }, () => exchange(session)))
  expect(all.map(response => response.status)).toEqual(Array(50).fill(200))
  expect(tokenCalls()).toBe(1)
})

test('accepts no grant for the state of another session', { tags: ['T02'] }, async () => {
  const { connect, exchange, tokenCalls } = create()
  const eve = await connect('eve')
  const ada = await connect('ada')
  expect((await exchange({ ...ada, state: eve.state })).status).toBe(403)
  expect((await exchange({ ...ada, cookie: eve.cookie })).status).toBe(403)
  expect((await exchange({ ...ada, cookie: '' })).status).toBe(403)
  expect(tokenCalls()).toBe(0)
  expect((await exchange(ada)).status).toBe(200)
})

test('accepts no cookie of the right name with another value', { tags: ['T11'] }, async () => {
  const { connect, exchange, tokenCalls } = create()
  const ada = await connect('ada')
  const planted = ada.cookie.replace(/=[\w-]{43}/, `=${'e'.repeat(43)}`)
  expect(planted).not.toBe(ada.cookie)
  expect((await exchange({ ...ada, cookie: planted })).status).toBe(403)
  expect((await exchange({ ...ada, cookie: `${ada.cookie}; ${planted}` })).status).toBe(403)
  expect(tokenCalls()).toBe(0)
})

test('ends what was begun under another login', { tags: ['T34'] }, async () => {
  const { connect, exchange, tokenCalls } = create()
  const session = await connect('ada')
  expect((await exchange({ ...session, user: 'bob' })).status).toBe(403)
  expect((await exchange(session, { headers: { 'x-test-user': undefined } })).status).toBe(401)
  expect(tokenCalls()).toBe(0)
})

test('accepts no stolen code in the thief’s own session', { tags: ['T10'] }, async () => {
  const { connect, exchange } = create()
  const ada = await connect('ada')
  const eve = await connect('eve')
  expect((await exchange(ada)).status).toBe(200)
  expect((await exchange({ ...eve, code: ada.code })).status).toBe(409)
})

test.each([
  ['a made-up state', 'M'.repeat(43)],
  ['a prefix of the state', 'prefix'],
  ['the state in other case', 'case'],
])('refuses %s', { tags: ['T06'] }, async (_, kind) => {
  const { connect, exchange, tokenCalls } = create()
  const session = await connect('ada')
  const other = {
    prefix: session.state.slice(0, 42),
    case: session.state.replace(/[a-z]/, letter => letter.toUpperCase()),
  }[kind]
  expect((await exchange({ ...session, state: other ?? kind })).status).toBe(403)
  expect(tokenCalls()).toBe(0)
})

test('answers unknown, expired and foreign sessions alike', { tags: ['T37'] }, async () => {
  const { connect, exchange, pass } = create()
  const old = await connect('ada')
  pass(15 * 60_000)
  const fresh = await connect('ada')
  const answers = await Promise.all([
    exchange(old),
    exchange({ ...fresh, state: 'U'.repeat(43) }),
    exchange({ ...fresh, cookie: '' }),
  ])
  const bodies = await Promise.all(answers.map(answer => answer.text()))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([403]))
  expect(new Set(bodies).size).toBe(1)
})

test('sends nothing for a thousand made-up grants', { tags: ['T38'] }, async () => {
  const { sessionHandler, exchange, tokenCalls } = create()
  const { cookie } = await startSession(sessionHandler, { user: 'ada' })
  for (let index = 0; index < 1000; index += 1) {
    const state = `made-up-${index}`.padEnd(43, '0')
    const response = await exchange({ user: 'ada', cookie, state, code: `code-${index}` })
    expect(response.status).toBe(403)
  }
  expect(tokenCalls()).toBe(0)
})

test('keeps five open sessions and answers the twenty-first of a minute with 429', {
  tags: ['T38'],
}, async () => {
  const { sessionHandler, connect, exchange } = create()
  const first = await connect('ada')
  for (let index = 0; index < 4; index += 1)
    await postSession(sessionHandler, { user: 'ada', cookie: first.cookie })
  expect((await exchange({ ...first, code: 'x' })).status).toBe(400)
  const second = await connect('ada', first.cookie)
  for (let index = 0; index < 5; index += 1)
    await postSession(sessionHandler, { user: 'ada', cookie: first.cookie })
  expect((await exchange(second)).status).toBe(403)
  for (let index = 0; index < 9; index += 1)
    await postSession(sessionHandler, { user: 'ada', cookie: first.cookie })
  const { response } = await postSession(sessionHandler, { user: 'ada', cookie: first.cookie })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('60')
})

test.each([
  ['provider', { tokenUrl: 'https://auth.smartcar.com/oauth/token' }],
  ['application', { clientId: 'another-client' }],
  ['redirect URI', { redirectUri: 'http://localhost:5173/other.html' }],
])('completes no session that was started for another %s', { tags: ['T07'] }, async (_, change) => {
  const { sessionHandler, exchange, tokenCalls } = create(change)
  const { state, cookie } = await startSession(sessionHandler, { user: 'ada' })
  expect((await exchange({ user: 'ada', cookie, state, code: 'code' })).status).toBe(409)
  expect(tokenCalls()).toBe(0)
})

test('completes a session that was started for the same redirect URI written otherwise', async () => {
  const { connect, exchange } = create({
    redirectUri: 'HTTP://LocalHost:5173/smartcar-redirect.html',
  })
  expect((await exchange(await connect('ada'))).status).toBe(200)
})

test('refuses less than the session asked for, whatever the URL became', {
  tags: ['T31'],
}, async () => {
  const { sessionHandler, simulator, exchange } = create()
  const { url, state, cookie } = await startSession(sessionHandler, { user: 'ada' })
  const edited = new URL(url)
  edited.searchParams.set('scope', 'read_odometer')
  const query = await connectInSimulator(simulator.fetch, { url: edited.href })
  const answer = await exchange({ user: 'ada', cookie, state, code: query.get('code') ?? '' })
  expect(await answer.json()).toMatchObject({ code: 'insufficient_permissions' })
})

test('connects twice when two sessions start on a first visit without a cookie', {
  tags: ['F62', 'T11'],
}, async () => {
  const { connect, exchange } = create()
  // Both were asked for before either answer set a cookie; the browser then has both.
  const [one, two] = [await connect('ada'), await connect('ada')]
  const cookie = `${one.cookie}; ${two.cookie}`
  expect((await exchange({ ...one, cookie: two.cookie })).status).toBe(403)
  expect((await exchange({ ...two, cookie })).status).toBe(200)
  expect((await exchange({ ...one, cookie })).status).toBe(200)
})

test('keeps five cookies in a browser, and the open sessions with them', {
  tags: ['F62', 'T38'],
}, async () => {
  const { sessionHandler, connect, exchange, exchangeHandler } = create()
  const open = await connect('ada')
  let { cookie } = open
  for (let index = 0; index < 6; index += 1) {
    const done = await connect('ada', cookie)
    const headers = { cookie: done.cookie, 'x-test-user': 'ada' }
    const change = { key: done.state, headers }
    const response = await exchangeHandler(exchangeRequest({ code: done.code }, change))
    expect(response.status).toBe(200)
    cookie = cookieAfter(done.cookie, response)
    expect(cookie.split('; ').length).toBeLessThanOrEqual(5)
  }
  expect((await exchange({ ...open, cookie })).status).toBe(200)
  expect((await postSession(sessionHandler, { user: 'ada', cookie })).response.status).toBe(200)
})

test('starts no session for a foreign page or without a login', { tags: ['T33'] }, async () => {
  const { sessionHandler } = create()
  const foreign = exchangeRequest({}, { headers: { origin: 'https://evil.test' } })
  expect((await sessionHandler(foreign)).status).toBe(403)
  expect((await postSession(sessionHandler)).response.status).toBe(401)
  expect((await sessionHandler(exchangeRequest({ scope: 'all' }))).status).toBe(400)
  const long = exchangeRequest({ state: 's'.repeat(1024), scope: 's'.repeat(8192) })
  expect((await sessionHandler(long)).status).toBe(413)
})

test('starts no session when the app refuses the vehicle, and tells the operator', async () => {
  const events: ServerEvent[] = []
  const { sessionHandler } = create({
    onEvent: event => events.push(event),
    params: ({ vehicleId }) => {
      if (vehicleId !== 'mine') throw new Error('not theirs')
      return { vehicleId }
    },
  })
  const mine = await startSession(sessionHandler, { user: 'ada', body: { vehicleId: 'mine' } })
  expect(mine.url).toContain('/oauth/reauthenticate?')
  const start = { user: 'ada', body: { vehicleId: 'other' } }
  const other = await postSession(sessionHandler, start)
  expect(other.response.status).toBe(503)
  expect(other.response.headers.get('set-cookie')).toBeNull()
  const failed = { type: 'session_failed', problem: 'not_started', status: 503, step: 'params' }
  const cause = expect.objectContaining({ message: 'not theirs' })
  expect(events).toEqual([{ type: 'session_started' }, { ...failed, cause }])
})
