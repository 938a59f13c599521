// The wall towards a hostile or broken provider.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { providerFetch } from './provider-fetch.ts'

afterEach(() => vi.useRealTimers())

const url = new URL('https://auth.example.com/oauth/token')
const post = { method: 'POST', body: 'x' }

const json = { 'content-type': 'application/json' }
const broken = { name: 'ProviderError', code: 'broken' }

test('returns status and body of a JSON answer and no foreign header', async () => {
  const answer = new Response('{"a":1}', { status: 400, headers: { ...json, 'set-cookie': 'x=1' } })
  const response = await providerFetch(async () => answer, url, post)
  expect(response.status).toBe(400)
  expect([...response.headers.keys()]).toEqual(['content-type'])
  expect(await response.json()).toEqual({ a: 1 })
})

test('follows no redirect and shows no other host the credentials', { tags: ['T35'] }, async () => {
  const asked: Request[] = []
  async function redirecting(sent: Request) {
    asked.push(sent)
    return new Response(null, { status: 302, headers: { location: 'https://evil.test/' } })
  }
  await expect(providerFetch(redirecting, url, post)).rejects.toMatchObject(broken)
  expect(asked.map(sent => [sent.url, sent.redirect])).toEqual([
    ['https://auth.example.com/oauth/token', 'manual'],
  ])
})

test('refuses an HTML answer, even with status 200', { tags: ['T36'] }, async () => {
  const html = new Response('<p>hello', { headers: { 'content-type': 'text/html' } })
  await expect(providerFetch(async () => html, url, post)).rejects.toMatchObject(broken)
})

test('refuses JSON that is served as text', { tags: ['T36'] }, async () => {
  const text = new Response('{"access_token":"a"}')
  await expect(providerFetch(async () => text, url, post)).rejects.toMatchObject(broken)
})

test('refuses more than 64 KiB', { tags: ['T36'] }, async () => {
  const huge = new Response('1'.repeat(64 * 1024 + 1), { headers: json })
  await expect(providerFetch(async () => huge, url, post)).rejects.toMatchObject(broken)
})

test('counts a gzip bomb by its unpacked size', { tags: ['T36'] }, async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000, '1'))
  const server = createServer((_, response) => {
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(bomb.byteLength).toBeLessThan(64 * 1024)
  await expect(
    providerFetch(fetch, new URL(`http://127.0.0.1:${port}/`), {}),
  ).rejects.toMatchObject(broken)
  server.closeAllConnections()
  server.close()
})

test.each([
  ['application/vnd.api+json', true],
  ['application/problem+json; charset=utf-8', true],
  ['Application/JSON', true],
  ['application/jsonp', false],
  ['application/x+json+xml', false],
  ['text/json', false],
  ['', false],
])('%s is JSON: %s', async (type, isJson) => {
  const body = '{"errors":[]}'
  const answer = providerFetch(
    async () => new Response(body, { headers: { 'content-type': type } }),
    url,
    post,
  )
  if (isJson) expect(await (await answer).text()).toBe(body)
  else await expect(answer).rejects.toMatchObject(broken)
})

test('ends a slow-dripping answer at the deadline', { tags: ['T36'] }, async () => {
  vi.useFakeTimers()
  const drip = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(new TextEncoder().encode('{')),
  })
  const slow = providerFetch(async () => new Response(drip, { headers: json }), url, post)
  const ended = expect(slow).rejects.toMatchObject({ code: 'timeout' })
  await vi.advanceTimersByTimeAsync(10_000)
  await ended
})

test('ends at the deadline although fetch ignores its signal', { tags: ['F25'] }, async () => {
  vi.useFakeTimers()
  const never = providerFetch(() => new Promise<Response>(() => {}), url, post)
  const ended = expect(never).rejects.toMatchObject({ code: 'timeout' })
  await vi.advanceTimersByTimeAsync(10_000)
  await ended
  expect(vi.getTimerCount()).toBe(0)
})

test('knows a closed port: nothing was sent', { tags: ['F26'] }, async () => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  await expect(
    providerFetch(fetch, new URL(`http://127.0.0.1:${port}/`), post),
  ).rejects.toMatchObject({ code: 'unreachable' })
})

test('counts a connection that breaks after sending as sent', { tags: ['F25'] }, async () => {
  const server = createServer(incoming => incoming.socket.destroy())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await expect(
    providerFetch(fetch, new URL(`http://127.0.0.1:${port}/`), post),
  ).rejects.toMatchObject(broken)
  server.close()
})

test.each<[string, () => unknown]>([
  ['throws', () => JSON.parse('{')],
  ['returns nothing', () => undefined],
  ['returns what is no response', () => ({ status: 200 })],
  ['rejects with nothing', () => Promise.reject(undefined)],
])(
  'survives a fetch of the app that %s, and keeps the cause',
  { tags: ['F64'] },
  async (_, call) => {
    const error = await providerFetch(call as () => Promise<Response>, url, post).catch(
      (caught: unknown) => caught,
    )
    expect(error).toMatchObject({ ...broken, host: 'auth.example.com' })
    expect(error).toHaveProperty('cause')
  },
)

test('says where the provider was and what it answered', { tags: ['F64'] }, async () => {
  const html = new Response('<p>', { status: 503, headers: { 'retry-after': '7' } })
  await expect(providerFetch(async () => html, url, post)).rejects.toMatchObject({
    ...broken,
    host: 'auth.example.com',
    status: 503,
    retryAfterMs: 7000,
  })
})
