// Made-up codes by the thousand, and an honest person who connects meanwhile.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import { createExchange } from '../../test/create-exchange.ts'
import { demoApp, demoConnectUrl, demoSecrets, testUser } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'
import { startSession } from '../../test/start-session.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import { createExchangeLimit } from './exchange-limit.ts'

const honest = { code: 'honest-code' }
const honestKey = 'session-id-of-an-honest-person'

function keyOf(index: number): string {
  return `made-up-${String(index).padStart(22, '0')}`
}

/** A provider that knows no code but the honest one. */
async function answer(request: Request): Promise<Response> {
  const isHonest = (await request.text()).includes(honest.code)
  return isHonest ? tokenAnswer() : Response.json({ error: 'invalid_grant' }, { status: 400 })
}

function senderOf(request: Request): string | undefined {
  return request.headers.get('x-test-address') ?? undefined
}

/** Posts made-up codes of one sender, and an honest code of another in the midst of them. */
async function flood(handler: (request: Request) => Promise<Response>, count: number) {
  let connecting: Promise<Response> | undefined
  const statuses = new Map<number, number>()
  for (let first = 0; first < count; first += 100) {
    const posts = Array.from({ length: 100 }, (_, offset) => {
      const headers = { 'x-test-address': 'noisy' }
      const change = { key: keyOf(first + offset), headers }
      return handler(exchangeRequest({ code: `made-up-${first + offset}` }, change))
    })
    if (first === count / 2) {
      const headers = { 'x-test-address': 'quiet' }
      connecting = handler(exchangeRequest(honest, { key: honestKey, headers }))
    }
    for (const { status } of await Promise.all(posts)) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  return { statuses, response: await connecting }
}

test('connects an honest person while ten times as many made-up codes come as are remembered', {
  tags: ['T49', 'T38'],
}, async () => {
  const store = createMemoryStore({ maxExchanges: 200 })
  const { handler, sent } = createExchange(answer, { store, onEvent: () => {} })
  const { statuses, response } = await flood(handler, 2000)
  expect(response?.status).toBe(200)
  expect(Object.fromEntries(statuses)).toEqual({ 400: 2000 })
  // The honest code is still known: it is not sent again, under whatever key.
  const before = sent.length
  expect((await handler(exchangeRequest(honest, { key: keyOf(0) }))).status).toBe(409)
  expect((await handler(exchangeRequest(honest, { key: honestKey }))).status).toBe(200)
  expect(sent).toHaveLength(before)
})

test('sends twenty of ten thousand made-up codes of one sender, and the honest one of another', {
  tags: ['T49', 'T38'],
}, async () => {
  const { handler, sent } = createExchange(answer, { limitKey: senderOf, onEvent: () => {} })
  const { statuses, response } = await flood(handler, 10_000)
  expect(response?.status).toBe(200)
  expect(Object.fromEntries(statuses)).toEqual({ 400: 20, 429: 9980 })
  expect(sent).toHaveLength(21)
})

test('answers one sender too many with 429, says why, and lets a minute pass', {
  tags: ['T49'],
}, async () => {
  let nowMs = 0
  const { handler, events } = createExchange(answer, { limitKey: senderOf, now: () => nowMs })
  const headers = { 'x-test-address': 'noisy' }
  function post(index: number) {
    return handler(exchangeRequest({ code: `made-up-${index}` }, { key: keyOf(index), headers }))
  }
  for (let index = 0; index < 20; index += 1) expect((await post(index)).status).toBe(400)
  const response = await post(20)
  expect([response.status, await response.json()]).toMatchObject([429, { code: 'too_many' }])
  expect(response.headers.get('retry-after')).toBe('60')
  expect(events.at(-1)).toEqual({ type: 'exchange_refused', reason: 'too_many', status: 429 })
  // A repeated post gets its outcome all the same.
  expect((await post(3)).status).toBe(400)
  nowMs = 60_000
  expect((await post(21)).status).toBe(400)
})

test('does not count grants that were real against their sender', { tags: ['T49'] }, async () => {
  const { handler } = createExchange(tokenAnswer, { limitKey: senderOf })
  const headers = { 'x-test-address': 'an office' }
  for (let index = 0; index < 40; index += 1) {
    const change = { key: keyOf(index), headers }
    expect((await handler(exchangeRequest({ code: `real-${index}` }, change))).status).toBe(200)
  }
})

test('does not count parallel posts of one grant against their sender', {
  tags: ['T49'],
}, async () => {
  const memory = createMemoryStore()
  const store: typeof memory = {
    ...memory,
    // Late, so that all ten have looked before the first one claims.
    async claimExchange(claim) {
      await new Promise(resolve => setTimeout(resolve, 20))
      return memory.claimExchange(claim)
    },
  }
  const { handler } = createExchange(tokenAnswer, { limitKey: senderOf, store })
  const headers = { 'x-test-address': 'one person' }
  for (let times = 0; times < 5; times += 1) {
    const change = { key: keyOf(times), headers }
    const posts = Array.from({ length: 10 }, () =>
      handler(exchangeRequest({ code: `real-${times}` }, change)),
    )
    for (const { status } of await Promise.all(posts)) expect(status).toBe(200)
  }
})

test('forgets the sender that began first when there are too many', { tags: ['T49'] }, () => {
  const limit = createExchangeLimit(() => 0)
  for (let count = 0; count < 20; count += 1) expect(limit.begin('first')).toBe(true)
  expect(limit.begin('first')).toBe(false)
  for (let index = 0; index < 10_000; index += 1) limit.begin(`other ${index}`)
  expect(limit.begin('first')).toBe(true)
})

test('a session of the server: made-up codes reach neither the provider nor the store', {
  tags: ['T49', 'T38'],
}, async () => {
  const simulator = createSimulator()
  const memory = createMemoryStore({ maxExchanges: 5 })
  let calls = 0
  const counting = {
    ...memory,
    readStartedSession(keyHash: string) {
      calls += 1
      return memory.readStartedSession(keyHash)
    },
    claimExchange(claim: Parameters<typeof memory.claimExchange>[0]) {
      calls += 1
      return memory.claimExchange(claim)
    },
  }
  const shared = { ...demoApp, store: counting, appSession: testUser }
  const sent: string[] = []
  const handler = createExchangeHandler({
    ...shared,
    ...demoSecrets,
    requireSession: true,
    onTokens: async () => ({}),
    onEvent: () => {},
    fetch: request => {
      sent.push(request.url)
      return simulator.fetch(request)
    },
  })
  const session = createSessionHandler({
    ...shared,
    connectUrl: demoConnectUrl,
    params: () => ({ scope: ['read_odometer'] }),
  })
  const { url, state, cookie } = await startSession(session, { user: 'ada' })
  const code = (await connectInSimulator(simulator.fetch, { url })).get('code')
  for (let index = 0; index < 10_000; index += 1) {
    const headers = { 'x-test-user': 'eve', cookie }
    const change = { key: `made-up-${String(index).padStart(35, '0')}`, headers }
    expect((await handler(exchangeRequest({ code: `c${index}` }, change))).status).toBe(403)
  }
  expect([calls, sent]).toEqual([0, []])
  const headers = { 'x-test-user': 'ada', cookie }
  expect((await handler(exchangeRequest({ code }, { key: state, headers }))).status).toBe(200)
})
