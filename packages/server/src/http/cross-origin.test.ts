// Pages on another host than the endpoint.

import { expect, test } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { demoApp, demoConnectUrl, testUser } from '../../test/demo-app.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'
import { startSession } from '../../test/start-session.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'

const code = 'canary-code'
const page = 'https://app.example.com'
const origins = [page, 'http://localhost:5173']

function preflight(origin: string): Request {
  const asked = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,idempotency-key,x-smartcar-connect',
  }
  return new Request('https://api.example.com/exchange', { method: 'OPTIONS', headers: asked })
}

test('answers the preflight of a listed page, and of no other', { tags: ['F70'] }, async () => {
  const { handler, events } = createExchange(tokenAnswer, { origins, appSession: testUser })
  const { status, headers } = await handler(preflight(page))
  expect(status).toBe(204)
  expect(Object.fromEntries(headers)).toEqual({
    'access-control-allow-origin': page,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers':
      'authorization, content-type, idempotency-key, x-smartcar-connect',
    'access-control-max-age': '600',
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  })
  expect(events).toEqual([])
  for (const origin of ['https://evil.test', 'null', `${page}.evil.test`, '*']) {
    const foreign = await handler(preflight(origin))
    expect(foreign.status).toBe(405)
    expect(foreign.headers.has('access-control-allow-origin')).toBe(false)
    expect(foreign.headers.get('vary')).toBe('origin')
    expect(events.pop()).toMatchObject({ type: 'exchange_refused', reason: 'origin' })
  }
})

test('lets a page send cookies only where a login is looked for', { tags: ['F70'] }, async () => {
  const { handler } = createExchange(tokenAnswer, { origins })
  const { headers } = await handler(preflight(page))
  expect(headers.get('access-control-allow-origin')).toBe(page)
  expect(headers.has('access-control-allow-credentials')).toBe(false)
})

test.each(['same-site', 'cross-site'])(
  'exchanges for a page of a listed origin on another host: %s',
  { tags: ['F70', 'T33'] },
  async site => {
    const { handler } = createExchange(tokenAnswer, { origins })
    const headers = { origin: page, 'sec-fetch-site': site }
    const response = await handler(exchangeRequest({ code }, { headers }))
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe(page)
  },
)

test('says nothing about other origins to a page on its own', { tags: ['F70'] }, async () => {
  const { handler } = createExchange(tokenAnswer, { appSession: () => 'ada' })
  const { headers } = await handler(exchangeRequest({ code }))
  expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
})

test('lets the page read problems and refusals too', { tags: ['F70'] }, async () => {
  function refused() {
    return Response.json({ error: 'invalid_grant' }, { status: 400 })
  }
  const { handler } = createExchange(refused, { origins })
  const headers = { origin: page, 'sec-fetch-site': 'same-site' }
  for (const change of [{ headers }, { headers, key: 'short' }]) {
    const response = await handler(exchangeRequest({ code }, change))
    expect(response.status).toBe(400)
    expect(response.headers.get('access-control-allow-origin')).toBe(page)
    expect(response.headers.get('vary')).toBe('origin')
  }
})

test('tells a page of another origin nothing, not even that it was refused', {
  tags: ['F70', 'T33'],
}, async () => {
  const { handler, sent } = createExchange(tokenAnswer, { origins })
  const headers = { origin: 'https://evil.test', 'sec-fetch-site': 'same-site' }
  const response = await handler(exchangeRequest({ code }, { headers }))
  expect(response.status).toBe(403)
  expect(response.headers.has('access-control-allow-origin')).toBe(false)
  expect(sent).toEqual([])
})

test('connects a page on a sibling host with a session of the server, and says why not from another site', {
  tags: ['F70'],
}, async () => {
  const shared = { ...demoApp, origins, store: createMemoryStore(), appSession: testUser }
  const session = createSessionHandler({
    ...shared,
    connectUrl: demoConnectUrl,
    params: () => ({ mode: 'simulated' }),
  })
  const { handler } = createExchange(tokenAnswer, { ...shared, requireSession: true })
  const sibling = { origin: page, 'sec-fetch-site': 'same-site', 'x-test-user': 'ada' }
  async function asSibling(request: Request) {
    for (const [name, value] of Object.entries(sibling)) request.headers.set(name, value)
    return session(request)
  }
  const { state, cookie } = await startSession(asSibling)
  expect(cookie).toMatch(/^__Host-smartcar-connect-/)
  const headers = { ...sibling, cookie }
  expect((await handler(exchangeRequest({ code }, { key: state, headers }))).status).toBe(200)

  const foreign = { ...headers, 'sec-fetch-site': 'cross-site' }
  for (const endpoint of [session, handler]) {
    const response = await endpoint(exchangeRequest({ code }, { key: state, headers: foreign }))
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'cross_site' }])
    expect(response.headers.get('access-control-allow-origin')).toBe(page)
  }
})
