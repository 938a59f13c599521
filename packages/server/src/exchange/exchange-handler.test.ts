// The order of an exchange: what is sent once, stored, repeated and answered.

import { expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'
import { createMemoryStore } from '../stores/memory.ts'

const code = 'canary-code'
const otherKey = 'session-id-of-the-browser-0002'

test('sends code and redirect URI by HTTP Basic to the constant token URL', async () => {
  const bodies: string[] = []
  const { handler, sent } = createExchange(async request => {
    bodies.push(await request.text())
    return tokenAnswer()
  })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ cars: 1 })
  expect(sent[0]?.url).toBe('https://auth.smartcar.com/oauth/token')
  expect(sent[0]?.headers.get('authorization')).toBe(`Basic ${btoa('id:canary%2Dsecret')}`)
  expect(Object.fromEntries(new URLSearchParams(bodies[0]))).toEqual({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost:5173/smartcar-redirect.html',
  })
})

test('answers 204 when onTokens returns nothing', async () => {
  const { handler } = createExchange(tokenAnswer, { onTokens: async () => undefined })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
})

test('makes one token call of fifty parallel posts of one grant', { tags: ['T08'] }, async () => {
  const { handler, sent } = createExchange()
  const responses = await Promise.all(
    Array.from({ length: 50 }, () => handler(exchangeRequest({ code }))),
  )
  expect(sent).toHaveLength(1)
  for (const response of responses) {
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ cars: 1 })
  }
})

test('refuses the same code under another key without a token call', {
  tags: ['T09'],
}, async () => {
  const { handler, sent } = createExchange()
  await handler(exchangeRequest({ code }))
  expect((await handler(exchangeRequest({ code }, { key: otherKey }))).status).toBe(409)
  expect(sent).toHaveLength(1)
})

test('refuses another code under a used key', { tags: ['T09'] }, async () => {
  const { handler, sent } = createExchange()
  await handler(exchangeRequest({ code }))
  expect((await handler(exchangeRequest({ code: 'another' }))).status).toBe(409)
  expect(sent).toHaveLength(1)
})

test('replays the outcome to a client that lost the answer', { tags: ['F24'] }, async () => {
  const { handler, sent, events } = createExchange()
  await handler(exchangeRequest({ code }))
  const replay = await handler(exchangeRequest({ code }))
  expect([replay.status, await replay.json()]).toEqual([200, { cars: 1 }])
  expect(sent).toHaveLength(1)
  expect(events.map(event => event.type)).toEqual(['exchange_succeeded', 'exchange_replayed'])
})

test('does not redeem again after a crash between claim and outcome', {
  tags: ['F27'],
}, async () => {
  let nowMs = 0
  const store = createMemoryStore({ now: () => nowMs })
  const crashed = createExchange(() => new Promise(() => {}), { store })
  void crashed.handler(exchangeRequest({ code }))
  await vi.waitFor(() => expect(crashed.sent).toHaveLength(1))
  nowMs = 60_000
  const { handler, sent } = createExchange(tokenAnswer, { store })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(504)
  expect(await response.json()).toMatchObject({ code: 'outcome_unknown' })
  expect(sent).toEqual([])
})

test('sends nothing when the store cannot remember the code', { tags: ['F56'] }, async () => {
  const store = {
    ...createMemoryStore(),
    claimExchange: () => Promise.reject(new Error('database is locked: canary-secret')),
  }
  const { handler, sent } = createExchange(tokenAnswer, { store })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(503)
  expect(await response.text()).not.toContain('canary')
  expect(sent).toEqual([])
})

test('says so when the tokens could not be stored, and does not pretend a retry helps', {
  tags: ['F56'],
}, async () => {
  const { handler, sent, events } = createExchange(tokenAnswer, {
    onTokens: () => Promise.reject(new Error('disk full: canary-access')),
  })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('canary')
  expect((await handler(exchangeRequest({ code }))).status).toBe(500)
  expect(sent).toHaveLength(1)
  const cause = expect.objectContaining({ message: 'disk full: [redacted]' })
  const failed = { type: 'exchange_failed', problem: 'not_stored', status: 500 }
  expect(events[0]).toEqual({ ...failed, step: 'onTokens', cause })
})

test('still answers with the data when only the outcome could not be stored', {
  tags: ['F56'],
}, async () => {
  const store = {
    ...createMemoryStore(),
    storeOutcome: () => Promise.reject(new Error('disk full')),
  }
  const { handler, events } = createExchange(tokenAnswer, { store })
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect(events.map(event => event.type)).toContain('outcome_not_stored')
})

test('survives a listener that throws', { tags: ['F51'] }, async () => {
  const { handler } = createExchange(tokenAnswer, {
    onEvent: () => {
      throw new Error('log is full')
    },
  })
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
})

test('gives another app session neither the outcome nor the code', { tags: ['T34'] }, async () => {
  function appSession(request: Request) {
    return request.headers.get('x-test-session') ?? undefined
  }
  const { handler, sent } = createExchange(tokenAnswer, { appSession })
  function as(session?: string) {
    return handler(exchangeRequest({ code }, { headers: { 'x-test-session': session } }))
  }
  expect((await as()).status).toBe(401)
  expect((await as('ada')).status).toBe(200)
  expect((await as('eve')).status).toBe(409)
  expect((await as('ada')).status).toBe(200)
  expect(sent).toHaveLength(1)
})
