// A call that loses its claim while it works, and one that waits for another call.

import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { demoApp, demoConnectUrl, testUser } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'
import { startSession } from '../../test/start-session.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { ClaimState } from '../stores/exchange-store.ts'
import { createMemoryStore } from '../stores/memory.ts'

afterEach(() => vi.useRealTimers())

const code = 'canary-code'

/** Lets the time of all waits pass until an answer is there. */
async function answerSoon(answering: Promise<Response>): Promise<Response> {
  let isThere = false
  void answering.then(() => {
    isThere = true
  })
  for (let seconds = 0; !isThere && seconds < 120; seconds += 1) {
    await vi.advanceTimersByTimeAsync(1000)
    // What is done outside of timers, such as hashing, needs a turn of its own.
    await new Promise(resolve => setImmediate(resolve))
  }
  return answering
}

test('says that nobody knows when the claim has ended before the tokens could be kept', {
  tags: ['F27'],
}, async () => {
  const store = { ...createMemoryStore(), holdExchange: async () => false }
  async function fetch(request: Request): Promise<Response> {
    const isToken = request.url.endsWith('/oauth/token')
    return isToken ? tokenAnswer() : Response.json({}, { status: 403 })
  }
  const { handler, events } = createExchange(tokenAnswer, { store, fetch })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const answer = await answerSoon(handler(exchangeRequest({ code })))
  expect(await answer.json()).toMatchObject({ code: 'outcome_unknown' })
  expect(events).toMatchObject([{ type: 'exchange_failed', problem: 'outcome_unknown' }])
})

test('tells the operator when the claim has ended before the outcome was stored', {
  tags: ['F27'],
}, async () => {
  const store = { ...createMemoryStore(), storeOutcome: async () => false }
  const { handler, events } = createExchange(tokenAnswer, { store })
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect(events.map(({ type }) => type)).toEqual(['exchange_succeeded', 'outcome_not_stored'])
})

test('leaves the cookie of a session alone while another call works on it', {
  tags: ['F24'],
}, async () => {
  const working: ClaimState = { status: 'pending' }
  const memory = createMemoryStore()
  const shared = { ...demoApp, appSession: testUser }
  const store = {
    ...memory,
    claimExchange: async () => working,
    readExchange: async () => working,
  }
  const session = createSessionHandler({
    ...shared,
    store: memory,
    connectUrl: demoConnectUrl,
    params: () => ({}),
  })
  const { state, cookie } = await startSession(session, { user: 'ada' })
  const { handler } = createExchange(tokenAnswer, { ...shared, store, requireSession: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const headers = { 'x-test-user': 'ada', cookie }
  const answer = await answerSoon(handler(exchangeRequest({ code }, { key: state, headers })))
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'in_progress' }])
  expect(answer.headers.get('set-cookie')).toBeNull()
})
