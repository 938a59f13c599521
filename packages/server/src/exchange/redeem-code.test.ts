// Redeeming a code at a provider that answers as no honest one does.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer, vehicleAnswer } from '../../test/honest-provider.ts'

afterEach(() => vi.useRealTimers())

const code = 'canary-code'
const otherKey = 'session-id-of-the-browser-0002'
const json = { 'content-type': 'application/json' }

const good = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 7200 }
const doubled =
  '{"access_token":"a","access_token":1,"refresh_token":"r","token_type":"Bearer","expires_in":7200}'

function refusal(error: string, status: number): () => Response {
  return () => Response.json({ error }, { status })
}

const unusable: Record<string, () => Response> = {
  HTML: () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
  nothing: () => new Response(null),
  'an array': () => Response.json([]),
  'a cut-off document': () => new Response('{"access_tok', { headers: json }),
  '5 MB': () => new Response('1'.repeat(5_000_000), { headers: json }),
  'a redirect': () => Response.redirect('https://evil.test/', 307),
  'no refresh token': () => Response.json({ ...good, refresh_token: undefined }),
  'another token type': () => Response.json({ ...good, token_type: 'DPoP' }),
  'duplicate keys, the last of a wrong type': () => new Response(doubled, { headers: json }),
  '500': refusal('server_error', 500),
  '429': refusal('slow_down', 429),
}

const hostile = [
  ...Object.entries(unusable).map(([name, send]) => [name, send, 502, 'provider_failed'] as const),
  ['invalid_grant', refusal('invalid_grant', 400), 400, 'grant_refused'],
  ['invalid_client', refusal('invalid_client', 401), 502, 'client_refused'],
  ['unauthorized_client', refusal('unauthorized_client', 400), 502, 'client_refused'],
] as const

test.each(hostile)(
  'answers a problem when the provider sends %s',
  { tags: ['T36'] },
  async (_, answer, status, problem) => {
    const onTokens = vi.fn(async () => ({}))
    const { handler, sent, events } = createExchange(answer, { onTokens })
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
    // The developer, and nobody else, hears more.
    expect(events[0]).toMatchObject({
      type: 'exchange_failed',
      problem,
      status,
      step: 'provider.redeemCode',
      host: 'auth.smartcar.com',
      cause: { name: 'ProviderError' },
    })
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
  const { handler } = createExchange(tokenAnswer, {
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
  const { handler, sent } = createExchange(() => new Promise(() => {}))
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
  const { handler, sent } = createExchange(() => {
    if (isDown) throw refused
    return tokenAnswer()
  })
  const first = await handler(exchangeRequest({ code }))
  expect(first.status).toBe(503)
  expect(first.headers.get('retry-after')).toBe('5')
  isDown = false
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect((await handler(exchangeRequest({ code }))).status).toBe(200)
  expect(sent).toHaveLength(2)
})

const later = [
  ['is busy', () => Response.json({}, { status: 429 })],
  ['fails', () => Response.json({}, { status: 500 })],
  ['refuses', () => Response.json({}, { status: 403 })],
  ['answers in another form', () => Response.json({ vehicles: 'none' })],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
] as const

test.each(later)(
  'keeps tokens whose next call %s, and goes on with them when the same grant comes again',
  { tags: ['F73'] },
  async (_, answer) => {
    const onTokens = vi.fn(async () => ({}))
    let isDown = true
    const sent: Request[] = []
    const { handler, events } = createExchange(tokenAnswer, {
      onTokens,
      fetch: async request => {
        sent.push(request)
        if (request.url.endsWith('/oauth/token')) return tokenAnswer()
        return isDown ? answer() : vehicleAnswer(request)
      },
    })
    for (let times = 0; times < 2; times += 1) {
      const failed = await handler(exchangeRequest({ code }))
      expect(failed.status).toBe(503)
      expect(failed.headers.get('retry-after')).toBe('5')
      expect(await failed.json()).toMatchObject({ code: 'not_verified' })
    }
    expect(onTokens).not.toHaveBeenCalled()
    expect(events[0]).toMatchObject({ problem: 'not_verified', step: 'provider.readGrant' })
    isDown = false
    // Nobody else can go on: not with another key, and not with another code.
    expect((await handler(exchangeRequest({ code }, { key: otherKey }))).status).toBe(409)
    expect((await handler(exchangeRequest({ code: 'other' }))).status).toBe(409)
    const [first, second] = await Promise.all([
      handler(exchangeRequest({ code })),
      handler(exchangeRequest({ code })),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(onTokens).toHaveBeenCalledTimes(1)
    expect(onTokens.mock.calls).toMatchObject([
      [{ accessToken: 'canary-access' }, { userId: 'ada' }],
    ])
    expect(sent.filter(request => request.url.endsWith('/oauth/token'))).toHaveLength(1)
  },
)

test.each([
  ['live', 1],
  ['simulated', 0],
  [undefined, 0],
] as const)(
  'looks for a sample VIN where a live car was asked for: %s',
  {
    tags: ['T31'],
  },
  async (mode, count) => {
    let reads = 0
    async function fetch(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url)
      if (pathname.endsWith('/oauth/token')) return tokenAnswer()
      if (pathname.endsWith('/permissions')) return Response.json({ permissions: ['read_vin'] })
      if (!pathname.endsWith('/vin')) return vehicleAnswer(request)
      reads += 1
      return Response.json({ vin: '5YJ3E1EA7KF000001' })
    }
    const { handler } = createExchange(tokenAnswer, { fetch, ...(mode && { mode }) })
    expect((await handler(exchangeRequest({ code }))).status).toBe(200)
    expect(reads).toBe(count)
  },
)
