// Signing in to a vehicle again: the app hears which one, on the provider's word and on no other.

import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { demoApp, demoConnectUrl, demoMachine, demoSecrets } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { postSession, startSession } from '../../test/start-session.ts'
import type { ServerEvent } from '../server-event.ts'
import type { SessionParams } from '../session/connect-url.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import type { ReauthenticationContext } from './exchange-options.ts'

afterEach(() => vi.useRealTimers())

const scope = ['read_odometer']

async function create(extra: SessionParams = {}) {
  const simulator = createSimulator()
  const again: string[] = []
  const contexts: ReauthenticationContext[] = []
  const handed: string[] = []
  const events: ServerEvent[] = []
  const shared = { ...demoApp, store: createMemoryStore(), appSession: () => 'ada' }
  const handler = createExchangeHandler<unknown>({
    ...shared,
    ...demoSecrets,
    machine: demoMachine,
    requireSession: true,
    fetch: simulator.fetch,
    onEvent: event => events.push(event),
    onTokens: async (_, { vehicles }) => {
      handed.push(...vehicles.map(({ id }) => id))
      return handed
    },
    onReauthenticated: async (vehicleId, context) => {
      again.push(vehicleId)
      contexts.push(context)
      return { vehicleId }
    },
  })
  const session = createSessionHandler({
    ...shared,
    connectUrl: demoConnectUrl,
    onEvent: event => events.push(event),
    params: ({ vehicleId }) => (vehicleId === undefined ? { scope } : { vehicleId, ...extra }),
  })
  let cookie = ''
  async function start(body: object = {}) {
    const started = await startSession(session, { body, cookie })
    cookie = started.cookie
    return started
  }
  function exchange(grant: object, key: string) {
    return handler(exchangeRequest(grant, { key, headers: { cookie } }))
  }
  const first = await start()
  const query = await connectInSimulator(simulator.fetch, { url: first.url })
  await exchange({ code: query.get('code') }, first.state)
  const [vehicleId = '', other = ''] = handed
  events.splice(0)
  return { simulator, session, start, exchange, again, contexts, events, handed, vehicleId, other }
}

/** Lets the seconds pass in which the handler waits for the provider. */
async function passing(answering: Promise<Response>): Promise<Response> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let isAnswered = false
  const answer = answering.finally(() => {
    isAnswered = true
  })
  while (!isAnswered) await vi.advanceTimersByTimeAsync(250)
  return answer
}

test('tells the app which vehicle was signed in to again, once', { tags: ['T47'] }, async () => {
  const { simulator, start, exchange, again, contexts, vehicleId } = await create()
  const { url, state } = await start({ vehicleId })
  const back = await connectInSimulator(simulator.fetch, { url })
  const grant = { vehicleId: back.get('vehicle_id'), state: 'tab' }
  const response = await exchange(grant, state)
  expect([response.status, await response.json()]).toEqual([200, { vehicleId }])
  expect((await exchange(grant, state)).status).toBe(200)
  expect(again).toEqual([vehicleId])
  expect(contexts).toMatchObject([
    {
      appSession: 'ada',
      unverified: { state: 'tab' },
      externalId: new URL(url).searchParams.get('external_id'),
    },
  ])
})

test('does not believe a vehicle id from the browser when nobody went to Connect', {
  tags: ['T47'],
}, async () => {
  const { start, exchange, again, vehicleId } = await create()
  const { state } = await start({ vehicleId })
  const response = await passing(exchange({ vehicleId }, state))
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_listed' }])
  expect(again).toEqual([])
})

test('believes a vehicle that is listed late, in a repeated post', { tags: ['T47'] }, async () => {
  const { simulator, start, exchange, again, vehicleId } = await create()
  const { url, state } = await start({ vehicleId })
  expect((await passing(exchange({ vehicleId }, state))).status).toBe(503)
  vi.useRealTimers()
  await connectInSimulator(simulator.fetch, { url })
  expect((await exchange({ vehicleId }, state)).status).toBe(200)
  expect(again).toEqual([vehicleId])
})

test('signs in to one vehicle in two sessions', { tags: ['T09'] }, async () => {
  const { simulator, start, exchange, again, vehicleId } = await create()
  for (let times = 0; times < 2; times += 1) {
    const { url, state } = await start({ vehicleId })
    await connectInSimulator(simulator.fetch, { url })
    expect((await exchange({ vehicleId }, state)).status).toBe(200)
  }
  expect(again).toEqual([vehicleId, vehicleId])
})

test('accepts no sign-in of another session for this one', { tags: ['T47'] }, async () => {
  const { simulator, start, exchange, again, vehicleId } = await create()
  const one = await start({ vehicleId })
  const two = await start({ vehicleId })
  await connectInSimulator(simulator.fetch, { url: two.url })
  expect((await passing(exchange({ vehicleId }, one.state))).status).toBe(503)
  expect(again).toEqual([])
})

test('accepts no other vehicle than the one the session was started for', {
  tags: ['T01', 'T09'],
}, async () => {
  const { simulator, start, exchange, again, vehicleId, other } = await create()
  const { url, state } = await start({ vehicleId })
  await connectInSimulator(simulator.fetch, { url })
  expect((await exchange({ vehicleId: other }, state)).status).toBe(403)
  expect((await exchange({ vehicleId }, state)).status).toBe(409)
  expect(again).toEqual([])
})

test('takes no code of an edited address in a session for a new sign-in', {
  tags: ['T45', 'T31'],
}, async () => {
  const { simulator, start, exchange, handed, events, vehicleId } = await create()
  const { url, state } = await start({ vehicleId })
  const before = handed.length
  const edited = new URL(url)
  edited.pathname = '/oauth/authorize'
  edited.searchParams.set('response_type', 'code')
  edited.searchParams.set('scope', 'read_odometer control_security')
  edited.searchParams.delete('vehicle_id')
  const query = await connectInSimulator(simulator.fetch, { url: edited.href, brand: 'Kia' })
  expect((await exchange({ code: query.get('code') }, state)).status).toBe(403)
  expect(handed).toHaveLength(before)
  expect(events).toContainEqual({ type: 'exchange_refused', reason: 'kind_mismatch', status: 403 })
  // The genuine sign-in can still finish.
  await connectInSimulator(simulator.fetch, { url })
  expect((await exchange({ vehicleId }, state)).status).toBe(200)
})

test('takes no vehicle id and no user id in a session for a code', { tags: ['T45'] }, async () => {
  const { start, exchange, again, vehicleId } = await create()
  const { state } = await start()
  expect((await exchange({ vehicleId }, state)).status).toBe(403)
  expect((await exchange({ userId: 'ada' }, state)).status).toBe(400)
  expect(again).toEqual([])
})

test('starts no new sign-in under an external id that was used before', {
  tags: ['T47'],
}, async () => {
  const { session, events, vehicleId } = await create({ externalId: 'ours' })
  const { response } = await postSession(session, { body: { vehicleId } })
  expect(response.status).toBe(503)
  const message = expect.stringContaining('Leave externalId out')
  expect(events).toMatchObject([{ problem: 'not_started', step: 'params', cause: { message } }])
})

test('refuses a vehicle where the app has no callback for it', async () => {
  const handler = createExchangeHandler({
    ...demoApp,
    ...demoSecrets,
    onTokens: async () => ({}),
  })
  expect((await handler(exchangeRequest({ vehicleId: 'car' }))).status).toBe(400)
})
