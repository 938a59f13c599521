// Signing in to a vehicle again: the app hears which one, and only of the one that was asked for.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { demoApp, demoConnectUrl, demoSecrets } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { startSession } from '../../test/start-session.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import type { ExchangeHandlerOptions, ReauthenticationContext } from './exchange-options.ts'

function create(options: Partial<ExchangeHandlerOptions<unknown>> = {}) {
  const simulator = createSimulator()
  const again: string[] = []
  const contexts: ReauthenticationContext[] = []
  const handler = createExchangeHandler<unknown>({
    ...demoApp,
    ...demoSecrets,
    fetch: simulator.fetch,
    onTokens: async (_, { vehicles }) => vehicles.map(({ id }) => id),
    onReauthenticated: async (vehicleId, context) => {
      again.push(vehicleId)
      contexts.push(context)
      return { vehicleId }
    },
    ...options,
  })
  return { simulator, handler, again, contexts }
}

test('tells the app which vehicle was signed in to again, once', async () => {
  const { handler, again, contexts } = create()
  const grant = { vehicleId: 'car', state: 'tab' }
  expect(await (await handler(exchangeRequest(grant))).json()).toEqual({ vehicleId: 'car' })
  expect((await handler(exchangeRequest(grant))).status).toBe(200)
  expect(again).toEqual(['car'])
  expect(contexts.map(({ unverified }) => unverified)).toEqual([{ state: 'tab' }])
})

test('signs in to one vehicle in two sessions, and to no second one in a session', {
  tags: ['T09'],
}, async () => {
  const { handler, again } = create()
  const other = { key: 'session-id-of-the-browser-0002' }
  expect((await handler(exchangeRequest({ vehicleId: 'car' }))).status).toBe(200)
  expect((await handler(exchangeRequest({ vehicleId: 'car' }, other))).status).toBe(200)
  expect((await handler(exchangeRequest({ vehicleId: 'truck' }, other))).status).toBe(409)
  expect(again).toEqual(['car', 'car'])
})

test('refuses a vehicle where the app has no callback for it', async () => {
  const handler = createExchangeHandler({
    ...demoApp,
    ...demoSecrets,
    onTokens: async () => ({}),
  })
  expect((await handler(exchangeRequest({ vehicleId: 'car' }))).status).toBe(400)
})

test('accepts no other vehicle than the one the session was started for', {
  tags: ['T01'],
}, async () => {
  const store = createMemoryStore()
  function appSession() {
    return 'ada'
  }
  const { simulator, handler, again } = create({ store, appSession, requireSession: true })
  const sessionHandler = createSessionHandler({
    ...demoApp,
    connectUrl: demoConnectUrl,
    store,
    appSession,
    params: ({ vehicleId }) => ({ ...(vehicleId && { vehicleId }) }),
  })
  const first = await startSession(sessionHandler)
  const { cookie } = first
  function exchange(grant: object, key: string) {
    return handler(exchangeRequest(grant, { key, headers: { cookie } }))
  }
  const query = await connectInSimulator(simulator.fetch, { url: first.url })
  const connected = await exchange({ code: query.get('code') }, first.state)
  const [vehicleId = '', other = ''] = (await connected.json()) as string[]

  const second = await startSession(sessionHandler, { body: { vehicleId }, cookie })
  const back = await connectInSimulator(simulator.fetch, { url: second.url })
  expect(back.get('vehicle_id')).toBe(vehicleId)
  expect((await exchange({ vehicleId }, second.state)).status).toBe(200)
  const third = await startSession(sessionHandler, { body: { vehicleId }, cookie })
  expect((await exchange({ vehicleId: other }, third.state)).status).toBe(403)
  expect(again).toEqual([vehicleId])
})
