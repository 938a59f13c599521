// What a developer hears when something of the app, the store or the provider fails, and who else does not.

import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { demoApp, demoConnectUrl } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'
import { postSession } from '../../test/start-session.ts'
import type { ServerEvent } from '../server-event.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { SessionHandlerOptions } from '../session/session-options.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'

afterEach(() => vi.useRealTimers())

const code = 'canary-code'
const key = 'canary-session-id-of-the-browser'

function never(): Promise<never> {
  return new Promise(() => {})
}

function broken(): never {
  const thing = undefined as unknown as { save: () => never }
  return thing.save()
}

const memory = createMemoryStore()
type Case = [
  name: string,
  options: Partial<ExchangeHandlerOptions<unknown>>,
  problem: string,
  step: string,
]

const cases: Case[] = [
  ['onTokens that throws', { onTokens: broken }, 'not_stored', 'onTokens'],
  ['onTokens that rejects', { onTokens: async () => broken() }, 'not_stored', 'onTokens'],
  ['onTokens with no JSON', { onTokens: async () => ({ km: 1n }) }, 'not_stored', 'onTokens'],
  ['appSession that throws', { appSession: broken }, 'app_failed', 'appSession'],
  ['appSession with a number', { appSession: () => 5 as never }, 'app_failed', 'appSession'],
  ['appSession with NaN', { appSession: () => Number.NaN as never }, 'app_failed', 'appSession'],
  ['limitKey that throws', { limitKey: broken }, 'app_failed', 'limitKey'],
  ['limitKey with an object', { limitKey: () => ({}) as never }, 'app_failed', 'limitKey'],
  [
    'a store that refuses',
    { store: { ...memory, claimExchange: broken } },
    'store_unavailable',
    'store.claimExchange',
  ],
]

test.each(cases)(
  'tells the cause of %s, and the browser nothing of it',
  {
    tags: ['F64', 'T32'],
  },
  async (_, options, problem, step) => {
    const { handler, events } = createExchange(tokenAnswer, options)
    const response = await handler(exchangeRequest({ code }, { key }))
    const body = await response.text()
    expect(JSON.parse(body)).toMatchObject({ code: problem, status: response.status })
    expect(body).not.toMatch(/TypeError|save\(|undefined|stack/)
    expect(events).toMatchObject([{ type: 'exchange_failed', problem, step }])
    const [event] = events
    expect(event && 'cause' in event && event.cause).toBeInstanceOf(TypeError)
  },
)

test('takes code, tokens, key and secret out of every cause', { tags: ['T32'] }, async () => {
  const { handler, events } = createExchange(tokenAnswer, {
    onTokens: async tokens => {
      const text = `${tokens.accessToken} ${tokens.refreshToken} ${code} ${key} canary-secret`
      throw Object.assign(new Error(text), { detail: text })
    },
  })
  await handler(exchangeRequest({ code }, { key }))
  expect(events[0]).toHaveProperty('cause')
  const [event] = events
  const cause = event && 'cause' in event ? event.cause : undefined
  expect(`${(cause as Error).message} ${(cause as Error).stack}`).not.toContain('canary')
  expect(JSON.stringify(events)).not.toContain('canary')
})

test('tells host, status and the provider’s own error of a wrong token URL or secret', async () => {
  const wrong = createExchange(() => Response.json({ error: 'invalid_client' }, { status: 401 }), {
    tokenUrl: 'https://auth.example.com/oauth/token',
  })
  await wrong.handler(exchangeRequest({ code }, { key }))
  expect(wrong.events).toMatchObject([
    {
      problem: 'client_refused',
      step: 'provider.redeemCode',
      host: 'auth.example.com',
      providerStatus: 401,
      providerError: 'invalid_client',
    },
  ])
  const gone = createExchange(() => {
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    throw new TypeError('fetch failed', { cause })
  })
  await gone.handler(exchangeRequest({ code }, { key }))
  expect(gone.events).toMatchObject([
    { problem: 'unreachable', step: 'provider.redeemCode', host: 'auth.smartcar.com' },
  ])
})

test('shows the cause on the console of a developer who does not listen', async () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { handler } = createExchange(tokenAnswer, { onTokens: broken, onEvent: undefined as never })
  await handler(exchangeRequest({ code }, { key }))
  const text = shown.mock.calls.flat().map(String).join(' ')
  shown.mockRestore()
  expect(text).toMatch(/not_stored at onTokens.*troubleshooting#not_stored.*TypeError/s)
  expect(text).not.toContain('canary')
})

const sessionCases: [string, Partial<SessionHandlerOptions>, string, string][] = [
  ['appSession that throws', { appSession: broken }, 'app_failed', 'appSession'],
  ['params that throws', { params: broken }, 'not_started', 'params'],
  ['params that returns nothing', { params: () => undefined as never }, 'not_started', 'params'],
  [
    'an empty external id',
    { params: () => ({ responseType: 'none', externalId: '' }) },
    'not_started',
    'params',
  ],
  [
    'an external id that could not be posted',
    { params: () => ({ externalId: 'e'.repeat(257) }) },
    'not_started',
    'params',
  ],
  ['the external id null', { params: () => ({ externalId: 'null' }) }, 'not_started', 'params'],
  ['an empty vehicle', { params: () => ({ vehicleId: '' }) }, 'not_started', 'params'],
  [
    'one VIN that nobody may read',
    { params: () => ({ singleSelectVin: 'WVWZZZ1KZAP000001', scope: ['read_odometer'] }) },
    'not_started',
    'params',
  ],
  [
    'a store that refuses',
    { store: { ...memory, saveStartedSession: broken } },
    'store_unavailable',
    'store.saveStartedSession',
  ],
]

test.each(sessionCases)(
  'starts no session with %s, and tells the cause',
  {
    tags: ['F64', 'T46'],
  },
  async (_, options, problem, step) => {
    const events: ServerEvent[] = []
    const handler = createSessionHandler({
      ...demoApp,
      connectUrl: demoConnectUrl,
      store: createMemoryStore(),
      appSession: () => 'ada',
      params: () => ({}),
      onEvent: event => events.push(event),
      ...options,
    })
    const { response } = await postSession(handler)
    expect(await response.json()).toMatchObject({ code: problem })
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(events).toMatchObject([{ type: 'session_failed', problem, step }])
    const [event] = events
    expect(event && 'cause' in event && event.cause).toBeInstanceOf(TypeError)
  },
)

const endless: Case[] = [
  ['onTokens', { onTokens: never }, 'not_stored', 'onTokens'],
  ['appSession', { appSession: never }, 'app_failed', 'appSession'],
  ['limitKey', { limitKey: never }, 'app_failed', 'limitKey'],
  [
    'a claim',
    { store: { ...memory, claimExchange: never } },
    'store_unavailable',
    'store.claimExchange',
  ],
]

test.each(endless)('answers although %s never ends', { tags: ['F64', 'F75'] }, async (...row) => {
  const [, options, problem, step] = row
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { handler, events } = createExchange(tokenAnswer, options)
  const answering = handler(exchangeRequest({ code }, { key }))
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(5000)
    expect(events).toHaveLength(1)
  })
  expect(await (await answering).json()).toMatchObject({ code: problem })
  expect(events).toMatchObject([{ problem, step }])
})

test('starts no session, and says so, when params never ends', { tags: ['F64'] }, async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const events: ServerEvent[] = []
  const handler = createSessionHandler({
    ...demoApp,
    store: createMemoryStore(),
    appSession: () => 'ada',
    params: never,
    onEvent: event => events.push(event),
  })
  const answering = postSession(handler)
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(5000)
    expect(events).toMatchObject([{ problem: 'not_started', step: 'params' }])
  })
  expect((await answering).response.status).toBe(503)
})

test.each([undefined, null, ''])(
  'refuses a person who is nobody: %s',
  { tags: ['T34'] },
  async id => {
    const onTokens = vi.fn(async () => ({}))
    const { handler, sent } = createExchange(tokenAnswer, {
      appSession: () => id as never,
      onTokens,
    })
    expect((await handler(exchangeRequest({ code }, { key }))).status).toBe(401)
    expect([onTokens.mock.calls, sent]).toEqual([[], []])
  },
)

test('gives the callback the app session that was found, and finds it once', {
  tags: ['T48'],
}, async () => {
  const appSession = vi.fn(() => 'ada')
  const onTokens = vi.fn(async () => ({}))
  const { handler } = createExchange(tokenAnswer, { appSession, onTokens })
  await handler(exchangeRequest({ code }, { key }))
  const context = expect.objectContaining({ appSession: 'ada' })
  expect(onTokens).toHaveBeenCalledWith(expect.anything(), context)
  expect(appSession).toHaveBeenCalledOnce()
})

test.each(['', ' ', '\t'])(
  'a login of nothing but spaces was one person: %j',
  {
    tags: ['F64'],
  },
  async id => {
    const { handler } = createExchange(tokenAnswer, { appSession: () => id })
    expect((await handler(exchangeRequest({ code }))).status).toBe(401)
  },
)
