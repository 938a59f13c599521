// Signing in to a vehicle again.
import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { SessionAnswer } from '../session/session-options.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'

const place = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/smartcar-redirect.html',
  origins: 'http://localhost:5173',
  tokenUrl: 'http://localhost:4010/oauth/token',
}

function create(options: Partial<ExchangeHandlerOptions<unknown>> = {}) {
  const simulator = createSimulator()
  const again: string[] = []
  const handler = createExchangeHandler<unknown>({
    ...place,
    clientSecret: 'demo-secret',
    apiUrl: 'http://localhost:4010',
    fetch: simulator.fetch,
    onTokens: async (_, { vehicles }) => vehicles.map(({ id }) => id),
    onReauthenticated: async vehicleId => {
      again.push(vehicleId)
      return { vehicleId }
    },
    ...options,
  })
  return { simulator, handler, again }
}

test('tells the app which vehicle was signed in to again, once', async () => {
  const { handler, again } = create()
  function request() {
    return exchangeRequest({ vehicleId: 'car' })
  }
  expect(await (await handler(request())).json()).toEqual({ vehicleId: 'car' })
  expect((await handler(request())).status).toBe(200)
  expect(again).toEqual(['car'])
})

test('refuses a vehicle where the app does not take any', async () => {
  const handler = createExchangeHandler({
    ...place,
    clientSecret: 'demo-secret',
    onTokens: async () => ({}),
  })
  expect((await handler(exchangeRequest({ vehicleId: 'car' }))).status).toBe(400)
})

test('takes no other vehicle than the one the session was started for', {
  tags: ['T01'],
}, async () => {
  const store = createMemoryStore()
  function appSession() {
    return 'ada'
  }
  const { simulator, handler, again } = create({ store, appSession, requireSession: true })
  const session = createSessionHandler({
    ...place,
    connectUrl: 'http://localhost:4010',
    store,
    appSession,
    params: ({ vehicleId }) => ({ ...(vehicleId && { vehicleId }) }),
  })
  async function start(body: object, cookie?: string) {
    const headers = { 'idempotency-key': undefined, cookie }
    const response = await session(exchangeRequest(body, { headers }))
    const own = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const started = (await response.json()) as SessionAnswer
    return { ...started, cookie: own }
  }
  const first = await start({})
  const query = await connectInSimulator(simulator.fetch, { url: first.url })
  const connected = await handler(
    exchangeRequest(
      { code: query.get('code') },
      { key: first.state, headers: { cookie: first.cookie } },
    ),
  )
  const [vehicleId = '', other = ''] = (await connected.json()) as string[]

  const second = await start({ vehicleId }, first.cookie)
  const back = await connectInSimulator(simulator.fetch, { url: second.url })
  expect(back.get('vehicle_id')).toBe(vehicleId)
  function finish(id: string, key: string) {
    return handler(exchangeRequest({ vehicleId: id }, { key, headers: { cookie: first.cookie } }))
  }
  expect((await finish(vehicleId, second.state)).status).toBe(200)
  const third = await start({ vehicleId }, first.cookie)
  expect((await finish(other, third.state)).status).toBe(403)
  expect(again).toEqual([vehicleId])
})
