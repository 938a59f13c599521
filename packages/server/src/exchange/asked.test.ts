// What a session asked for, against a person who edits the address and a provider that does not say.

import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { createExchange } from '../../test/create-exchange.ts'
import { demoApp, demoConnectUrl, demoMachine, demoSecrets, testUser } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer, vehicleAnswer } from '../../test/honest-provider.ts'
import { startSession } from '../../test/start-session.ts'
import type { ServerEvent } from '../server-event.ts'
import type { SessionParams } from '../session/connect-url.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'

afterEach(() => vi.useRealTimers())

const vin = 'WVWZZZ1KZAP000001'

/** A session of the server, and an exchange that accepts no others. */
function create(params: SessionParams, options: Partial<ExchangeHandlerOptions<unknown>> = {}) {
  const simulator = createSimulator()
  const handed: unknown[] = []
  const events: ServerEvent[] = []
  const sent: string[] = []
  const shared = { ...demoApp, store: createMemoryStore(), appSession: testUser }
  const handler = createExchangeHandler<unknown>({
    ...shared,
    ...demoSecrets,
    requireSession: true,
    fetch: async request => {
      sent.push(new URL(request.url).pathname)
      return simulator.fetch(request)
    },
    onTokens: async (_, { userId, vehicles }) => {
      handed.push({ userId, vehicles })
      return {}
    },
    onEvent: event => events.push(event),
    ...options,
  })
  const session = createSessionHandler({
    ...shared,
    connectUrl: demoConnectUrl,
    params: () => params,
  })
  async function start() {
    const started = await startSession(session, { user: 'ada' })
    const headers = { 'x-test-user': 'ada', cookie: started.cookie }
    function exchange(grant: object) {
      return handler(exchangeRequest(grant, { key: started.state, headers }))
    }
    return { ...started, exchange }
  }
  return { simulator, start, handed, events, sent }
}

function edited(url: string, change: Readonly<Record<string, string | undefined>>): string {
  const copy = new URL(url)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) copy.searchParams.delete(name)
    else copy.searchParams.set(name, value)
  }
  return copy.href
}

test('takes no code in a session without codes, and sends it nowhere', {
  tags: ['T45'],
}, async () => {
  const { simulator, start, handed, events, sent } = create(
    { responseType: 'none', externalId: 'ours' },
    { machine: demoMachine, onConnected: async () => ({}) },
  )
  const { url, exchange } = await start()
  const query = await connectInSimulator(simulator.fetch, {
    url: edited(url, { response_type: 'code' }),
  })
  expect(query.get('code')).not.toBeNull()
  expect((await exchange({ code: query.get('code') })).status).toBe(403)
  expect([handed, sent]).toEqual([[], []])
  expect(events).toEqual([{ type: 'exchange_refused', reason: 'kind_mismatch', status: 403 }])
  // The session can still be completed as it was meant.
  const honest = await connectInSimulator(simulator.fetch, { url })
  expect((await exchange({ userId: honest.get('user_id') })).status).toBe(200)
})

test('takes no user id in a session for a code', { tags: ['T45'] }, async () => {
  async function onConnected() {
    return {}
  }
  const { simulator, start } = create({ externalId: 'ours' }, { machine: demoMachine, onConnected })
  const { url, exchange } = await start()
  const query = await connectInSimulator(simulator.fetch, {
    url: edited(url, { response_type: 'none' }),
  })
  expect((await exchange({ userId: query.get('user_id') })).status).toBe(403)
})

test.each([
  ['another external id', 'theirs'],
  ['no external id', undefined],
])('refuses a code that was granted under %s', { tags: ['T46'] }, async (_, externalId) => {
  const { simulator, start, handed } = create(
    { externalId: 'ours', scope: ['read_odometer'] },
    { machine: demoMachine },
  )
  const { url, exchange } = await start()
  const query = await connectInSimulator(simulator.fetch, {
    url: edited(url, { external_id: externalId }),
  })
  // The browser says what was asked for; only the provider knows better.
  const response = await exchange({ code: query.get('code'), externalId: 'ours' })
  expect(await response.json()).toMatchObject({ code: 'identity_mismatch' })
  expect(handed).toEqual([])
})

test('hands over a code that was granted under the external id that was asked for', {
  tags: ['T46'],
}, async () => {
  const params = { externalId: 'ours', scope: ['read_odometer'] }
  const { simulator, start, handed } = create(params, { machine: demoMachine })
  const { url, exchange } = await start()
  const query = await connectInSimulator(simulator.fetch, { url })
  expect((await exchange({ code: query.get('code') })).status).toBe(200)
  expect(handed).toMatchObject([{ vehicles: [{ mode: 'live' }, {}] }])
})

/** A provider of one car, whose connections and VIN a test chooses. */
function providerWith(connections: readonly object[], ownVin?: string) {
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/oauth')) return tokenAnswer()
    if (pathname.endsWith('/connections')) return Response.json({ data: connections })
    if (pathname.endsWith('/permissions')) return Response.json({ permissions: ['read_vin'] })
    if (!pathname.endsWith('/vin')) return vehicleAnswer(request)
    return ownVin ? Response.json({ vin: ownVin }) : Response.json({}, { status: 409 })
  }
}

function connection(attributes: object) {
  return {
    attributes: { permissions: ['read_vin'], ...attributes },
    id: 'connection',
    relationships: { user: { data: { id: 'ada' } }, vehicle: { data: { id: 'car' } } },
  }
}

test.each([
  ['the one that was asked for', vin, 200],
  ['another one', 'WVWZZZ1KZAP000002', 403],
  ['not told', undefined, 403],
])('compares the VIN of a code’s vehicle: %s', { tags: ['T46', 'T31'] }, async (_, own, status) => {
  const { start, handed } = create(
    { singleSelect: true, singleSelectVin: vin.toLowerCase(), scope: ['required:read_vin'] },
    { fetch: providerWith([], own) },
  )
  const { url, exchange } = await start()
  expect(new URL(url).searchParams.get('single_select_vin')).toBe(vin)
  const response = await exchange({ code: 'code' })
  expect(response.status).toBe(status)
  if (status === 403) expect(await response.json()).toMatchObject({ code: 'wrong_vehicle' })
  expect(handed).toHaveLength(status === 200 ? 1 : 0)
})

test.each([
  ['a connection without a mode', connection({}), undefined, 502, 'not_told'],
  [
    'a simulated connection',
    connection({ vehicle: { mode: 'simulated' } }),
    vin,
    403,
    'wrong_mode',
  ],
  ['a live connection', connection({ vehicle: { mode: 'live' } }), vin, 200, undefined],
  ['a sample that is listed as live', connection({ mode: 'live' }), '0SCX', 403, 'wrong_mode'],
] as const)(
  'asked for a live car with credentials, gets %s',
  { tags: ['T46', 'T31'] },
  async (...row) => {
    const [, listed, own, status, code] = row
    const { handler } = createExchange(tokenAnswer, {
      machine: demoMachine,
      mode: 'live',
      fetch: providerWith([listed], own),
    })
    const response = await handler(exchangeRequest({ code: 'code' }))
    expect(response.status).toBe(status)
    if (code) expect(await response.json()).toMatchObject({ code })
  },
)

test('keeps the tokens while a vehicle is not listed, and asks again in a repeated post', {
  tags: ['T46'],
}, async () => {
  const listed: object[] = []
  let tokenCalls = 0
  const answer = providerWith(listed)
  const { handler, events } = createExchange(tokenAnswer, {
    machine: demoMachine,
    mode: 'live',
    fetch: async request => {
      if (request.url.endsWith('/oauth/token')) tokenCalls += 1
      return answer(request)
    },
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const answering = handler(exchangeRequest({ code: 'code' }))
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000)
    expect(events).toHaveLength(1)
  })
  vi.useRealTimers()
  const first = await answering
  expect([first.status, await first.json()]).toMatchObject([503, { code: 'not_verified' }])
  listed.push(connection({ vehicle: { mode: 'live' } }))
  expect((await handler(exchangeRequest({ code: 'code' }))).status).toBe(200)
  expect(tokenCalls).toBe(1)
})

test('does not say that a repeated post helps when the tokens could not be kept', {
  tags: ['F75'],
}, async () => {
  const store = {
    ...createMemoryStore(),
    holdExchange: () => Promise.reject(new Error('disk full')),
  }
  async function fetch(request: Request): Promise<Response> {
    const isToken = request.url.endsWith('/oauth/token')
    return isToken ? tokenAnswer() : Response.json({}, { status: 403 })
  }
  const { handler, events } = createExchange(tokenAnswer, { store, fetch })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const answering = handler(exchangeRequest({ code: 'code' }))
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000)
    expect(events).toHaveLength(1)
  })
  expect(await (await answering).json()).toMatchObject({ code: 'outcome_unknown' })
  expect(events).toMatchObject([{ problem: 'outcome_unknown', step: 'store.holdExchange' }])
})

test('refuses a grant without vehicles', { tags: ['T46'] }, async () => {
  async function fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/oauth')) return tokenAnswer()
    return pathname.endsWith('/vehicles') ? Response.json({ vehicles: [] }) : vehicleAnswer(request)
  }
  for (const [scope, code] of [
    [['required:read_odometer'], 'insufficient_permissions'],
    [[], 'not_told'],
  ] as const) {
    const { handler } = createExchange(tokenAnswer, { fetch, scope })
    const response = await handler(exchangeRequest({ code: 'code' }))
    expect(await response.json()).toMatchObject({ code })
  }
})
