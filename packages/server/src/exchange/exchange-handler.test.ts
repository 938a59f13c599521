// The exchange handler against answers that an honest provider never gives.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { exchangeRequest } from '../../test/exchange-request.ts'
import type { ServerEvent } from '../server-event.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createExchangeHandler } from './exchange-handler.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const code = 'canary-code'
const otherKey = 'session-id-of-the-browser-0002'
const json = { 'content-type': 'application/json' }
function goodAnswer() {
  return Response.json({
    access_token: 'canary-access',
    refresh_token: 'canary-refresh',
    token_type: 'Bearer',
    expires_in: 7200,
  })
}

function honestVehicleApi(request: Request): Response {
  const { pathname } = new URL(request.url)
  if (pathname.endsWith('/user')) return Response.json({ id: 'ada' })
  if (pathname.endsWith('/vehicles')) return Response.json({ vehicles: ['car'] })
  return Response.json({ permissions: ['read_odometer'] })
}

function create(
  answer: (request: Request) => Response | Promise<Response> = goodAnswer,
  options: Partial<ExchangeHandlerOptions<unknown>> = {},
) {
  const sent: Request[] = []
  const events: ServerEvent[] = []
  const handler = createExchangeHandler<unknown>({
    clientId: 'id',
    clientSecret: 'canary-secret',
    redirectUri: 'http://localhost:5173/smartcar-redirect.html',
    origins: 'http://localhost:5173',
    onTokens: async () => ({ cars: 1 }),
    fetch: async request => {
      if (!request.url.endsWith('/oauth/token')) return honestVehicleApi(request)
      sent.push(request)
      return answer(request)
    },
    onEvent: event => events.push(event),
    ...options,
  })
  return { handler, sent, events }
}

test('sends code and redirect URI by HTTP Basic to the constant token URL', async () => {
  const bodies: string[] = []
  const { handler, sent } = create(async request => {
    bodies.push(await request.text())
    return goodAnswer()
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
  const { handler } = create(goodAnswer, { onTokens: async () => undefined })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
})

test.each([
  ['no content type', { headers: { 'content-type': undefined } }, 415],
  ['a form', { headers: { 'content-type': 'text/plain' } }, 415],
  ['a charset', { headers: { 'content-type': 'application/json; charset=utf-8' } }, 415],
  ['no custom header', { headers: { 'x-smartcar-connect': undefined } }, 403],
  ['no origin', { headers: { origin: undefined } }, 403],
  ['the null origin', { headers: { origin: 'null' } }, 403],
  ['another origin', { headers: { origin: 'http://localhost:51730' } }, 403],
  ['same-site', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['no key', { headers: { 'idempotency-key': undefined } }, 400],
  ['a short key', { key: 'short' }, 400],
  ['a key with odd characters', { key: `${'k'.repeat(30)}!` }, 400],
  ['a GET', { method: 'GET' }, 405],
  ['a large body', { body: JSON.stringify({ code, state: 's'.repeat(5000) }) }, 413],
  ['no JSON', { body: 'code=canary-code' }, 400],
  ['a list of codes', { body: '{"code":["a","b"]}' }, 400],
  ['a doubled code', { body: '{"code":"a","code":"b"}' }, 400],
] as const)(
  'refuses %s with one generic body and no token call',
  { tags: ['T33'] },
  async (_, change, status) => {
    const { handler, sent, events } = create()
    const response = await handler(exchangeRequest({ code }, change))
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'The request was refused.',
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(sent).toEqual([])
    expect(events).toMatchObject([{ type: 'exchange_refused', status }])
  },
)

test('stops reading a body that does not end', { tags: ['T13'] }, async () => {
  const { handler, sent } = create()
  const { headers, url } = exchangeRequest({ code })
  const body = new ReadableStream<Uint8Array>({
    pull: controller => controller.enqueue(new Uint8Array(1024)),
  })
  const init = { method: 'POST', headers, body, duplex: 'half' as const }
  expect((await handler(new Request(url, init))).status).toBe(413)
  expect(sent).toEqual([])
})

test('makes one token call of fifty parallel posts of one grant', { tags: ['T08'] }, async () => {
  const { handler, sent } = create()
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
  const { handler, sent } = create()
  await handler(exchangeRequest({ code }))
  expect((await handler(exchangeRequest({ code }, { key: otherKey }))).status).toBe(409)
  expect(sent).toHaveLength(1)
})

test('refuses another code under a used key', { tags: ['T09'] }, async () => {
  const { handler, sent } = create()
  await handler(exchangeRequest({ code }))
  expect((await handler(exchangeRequest({ code: 'another' }))).status).toBe(409)
  expect(sent).toHaveLength(1)
})

test('replays the outcome to a client that lost the answer', { tags: ['F24'] }, async () => {
  const { handler, sent, events } = create()
  await handler(exchangeRequest({ code }))
  const replay = await handler(exchangeRequest({ code }))
  expect([replay.status, await replay.json()]).toEqual([200, { cars: 1 }])
  expect(sent).toHaveLength(1)
  expect(events.map(event => event.type)).toEqual(['exchange_succeeded', 'exchange_replayed'])
})

const hostile: readonly (readonly [string, () => Response, number, string])[] = [
  [
    'HTML',
    () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
    502,
    'provider_failed',
  ],
  ['nothing', () => new Response(null), 502, 'provider_failed'],
  ['an array', () => Response.json([]), 502, 'provider_failed'],
  [
    'a cut-off document',
    () => new Response('{"access_tok', { headers: json }),
    502,
    'provider_failed',
  ],
  ['5 MB', () => new Response('1'.repeat(5_000_000), { headers: json }), 502, 'provider_failed'],
  ['a redirect', () => Response.redirect('https://evil.test/', 307), 502, 'provider_failed'],
  [
    'a life as text',
    () =>
      Response.json({
        access_token: 'a',
        refresh_token: 'r',
        token_type: 'Bearer',
        expires_in: '1e9',
      }),
    502,
    'provider_failed',
  ],
  [
    'no refresh token',
    () => Response.json({ access_token: 'a', token_type: 'Bearer', expires_in: 7200 }),
    502,
    'provider_failed',
  ],
  [
    'another token type',
    () =>
      Response.json({
        access_token: 'a',
        refresh_token: 'r',
        token_type: 'DPoP',
        expires_in: 7200,
      }),
    502,
    'provider_failed',
  ],
  [
    'duplicate keys, the last of a wrong type',
    () =>
      new Response(
        '{"access_token":"a","access_token":1,"refresh_token":"r","token_type":"Bearer","expires_in":7200}',
        { headers: json },
      ),
    502,
    'provider_failed',
  ],
  ['500', () => Response.json({ error: 'server_error' }, { status: 500 }), 502, 'provider_failed'],
  ['429', () => Response.json({ error: 'slow_down' }, { status: 429 }), 502, 'provider_failed'],
  [
    'invalid_grant',
    () => Response.json({ error: 'invalid_grant' }, { status: 400 }),
    400,
    'grant_refused',
  ],
  [
    'invalid_client',
    () => Response.json({ error: 'invalid_client' }, { status: 401 }),
    502,
    'client_refused',
  ],
]

test.each(hostile)(
  'answers a problem when the provider sends %s',
  { tags: ['T36'] },
  async (_, answer, status, problem) => {
    const onTokens = vi.fn(async () => ({}))
    const { handler, sent, events } = create(answer, { onTokens })
    const response = await handler(exchangeRequest({ code }))
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      type: `https://smartcar-connect.github.io/troubleshooting#${problem}`,
      status,
      code: problem,
    })
    expect(onTokens).not.toHaveBeenCalled()
    // Sent once is sent: a second post gets the same answer and no second call.
    expect((await handler(exchangeRequest({ code }))).status).toBe(status)
    expect(sent).toHaveLength(1)
    expect(events[0]).toEqual({ type: 'exchange_failed', problem, status })
  },
)

test('shows no other host the client secret when the provider redirects', {
  tags: ['T35'],
}, async () => {
  const seen: string[] = []
  const other = createServer((request, response) => {
    seen.push(request.headers.authorization ?? '')
    response.end()
  })
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const provider = createServer((_, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end()
  })
  await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve))
  const address = provider.address() as AddressInfo
  const { handler } = create(goodAnswer, {
    fetch: request => fetch(request),
    tokenUrl: `http://127.0.0.1:${address.port}/oauth/token`,
  })
  expect((await handler(exchangeRequest({ code }))).status).toBe(502)
  expect(seen).toEqual([])
  other.close()
  provider.close()
})

test('never sends a code again after a timeout', { tags: ['F25'] }, async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { handler, sent } = create(() => new Promise(() => {}))
  const pending = handler(exchangeRequest({ code }))
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  await vi.advanceTimersByTimeAsync(10_000)
  const response = await pending
  expect(response.status).toBe(504)
  expect(await response.json()).toMatchObject({ code: 'timeout' })
  expect((await handler(exchangeRequest({ code }))).status).toBe(504)
  expect((await handler(exchangeRequest({ code }, { key: otherKey }))).status).toBe(409)
  expect(sent).toHaveLength(1)
})

test('gives the claim back when the connection was refused, then succeeds', {
  tags: ['F26'],
}, async () => {
  let isDown = true
  const refused = new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  })
  const { handler, sent } = create(() => {
    if (isDown) throw refused
    return goodAnswer()
  })
  const first = await handler(exchangeRequest({ code }))
  expect(first.status).toBe(503)
  expect(first.headers.get('retry-after')).toBe('5')
  isDown = false
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect(sent).toHaveLength(2)
})

test('does not redeem again after a crash between claim and outcome', {
  tags: ['F27'],
}, async () => {
  let nowMs = 0
  const store = createMemoryStore({ now: () => nowMs })
  const crashed = create(() => new Promise(() => {}), { store })
  void crashed.handler(exchangeRequest({ code }))
  await vi.waitFor(() => expect(crashed.sent).toHaveLength(1))
  nowMs = 60_000
  const { handler, sent } = create(goodAnswer, { store })
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
  const { handler, sent } = create(goodAnswer, { store })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(503)
  expect(await response.text()).not.toContain('canary')
  expect(sent).toEqual([])
})

test('says so when the tokens could not be stored, and does not pretend a retry helps', {
  tags: ['F56'],
}, async () => {
  const { handler, sent, events } = create(goodAnswer, {
    onTokens: () => Promise.reject(new Error('disk full: canary-access')),
  })
  const response = await handler(exchangeRequest({ code }))
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('canary')
  expect((await handler(exchangeRequest({ code }))).status).toBe(500)
  expect(sent).toHaveLength(1)
  expect(events[0]).toEqual({ type: 'exchange_failed', problem: 'not_stored', status: 500 })
})

test('still answers with the data when only the outcome could not be stored', {
  tags: ['F56'],
}, async () => {
  const store = {
    ...createMemoryStore(),
    storeOutcome: () => Promise.reject(new Error('disk full')),
  }
  const { handler, events } = create(goodAnswer, { store })
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect(events.map(event => event.type)).toContain('outcome_not_stored')
})

test('survives a listener that throws', { tags: ['F51'] }, async () => {
  const { handler } = create(goodAnswer, {
    onEvent: () => {
      throw new Error('log is full')
    },
  })
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
})

test('gives onTokens the ids that the provider names', { tags: ['T01'] }, async () => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = create(goodAnswer, { onTokens })
  await handler(exchangeRequest({ code, userId: 'ada', vehicleId: 'car', state: 'tab' }))
  expect(onTokens).toHaveBeenCalledWith(
    expect.objectContaining({ accessToken: 'canary-access' }),
    expect.objectContaining({
      userId: 'ada',
      vehicles: [{ id: 'car', permissions: ['read_odometer'] }],
      unverified: { state: 'tab' },
    }),
  )
})

test.each([
  ['another user', { userId: 'eve' }],
  ['another vehicle', { vehicleId: 'other' }],
])('stores nothing when the browser names %s', { tags: ['T01'] }, async (_, claims) => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = create(goodAnswer, { onTokens })
  const response = await handler(exchangeRequest({ code, ...claims }))
  expect([response.status, await response.json()]).toMatchObject([
    403,
    { code: 'identity_mismatch' },
  ])
  expect(onTokens).not.toHaveBeenCalled()
})

test.each([
  ['insufficient_permissions', ['required:read_vin', 'read_odometer']],
  ['unexpected_permissions', ['read_vin']],
])('stores nothing with %s', { tags: ['T31'] }, async (problem, scope) => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = create(goodAnswer, { onTokens, scope })
  const response = await handler(exchangeRequest({ code }))
  expect([response.status, await response.json()]).toMatchObject([403, { code: problem }])
  expect(onTokens).not.toHaveBeenCalled()
})

test('answers a problem when the provider does not say whose car it is', async () => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = create(goodAnswer, {
    onTokens,
    fetch: async request =>
      request.url.endsWith('/oauth/token')
        ? goodAnswer()
        : Response.json({ vehicles: 'none' }, { status: 401 }),
  })
  expect((await handler(exchangeRequest({ code }))).status).toBe(502)
  expect(onTokens).not.toHaveBeenCalled()
})

test('answers a problem when what onTokens returns is no JSON', async () => {
  const { handler } = create(goodAnswer, { onTokens: async () => ({ kilometres: 1n }) })
  expect((await handler(exchangeRequest({ code }))).status).toBe(500)
  expect((await handler(exchangeRequest({ code }))).status).toBe(500)
})

test('gives another app session neither the outcome nor the code', { tags: ['T34'] }, async () => {
  function appSession(request: Request) {
    return request.headers.get('x-test-session') ?? undefined
  }
  const { handler, sent } = create(goodAnswer, { appSession })
  function as(session?: string) {
    return handler(exchangeRequest({ code }, { headers: { 'x-test-session': session } }))
  }
  expect((await as()).status).toBe(401)
  expect((await as('ada')).status).toBe(200)
  expect((await as('eve')).status).toBe(409)
  expect((await as('ada')).status).toBe(200)
  expect(sent).toHaveLength(1)
})

test.each([
  ['clientId', { clientId: '' }],
  ['clientSecret', { clientSecret: ' secret' }],
  ['redirectUri', { redirectUri: '/smartcar-redirect.html' }],
  ['redirectUri', { redirectUri: 'https://app.example.com/#x' }],
  ['origins', { origins: [] }],
  ['origins', { origins: 'https://app.example.com/' }],
  ['origins', { origins: '*' }],
  ['origins', { origins: 'null' }],
  ['tokenUrl', { tokenUrl: 'http://auth.example.com/' }],
  ['apiUrl', { apiUrl: 'api.smartcar.com' }],
  ['requireSession', { requireSession: true }],
])('refuses a wrong %s at creation and names it', (name, options) => {
  expect(() => create(goodAnswer, options)).toThrow(TypeError)
  expect(() => create(goodAnswer, options)).toThrow(name)
})

test('refuses a simulator in production', { tags: ['T42'] }, () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(() => create(goodAnswer, { tokenUrl: 'http://localhost:4010/oauth/token' })).toThrow(
    /production/,
  )
})
