// A session of the server's making: what is asked, what is believed, and when it is used.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStateToken } from '../state/state-token.ts'
import { fetchStartedSession, type SessionRequest } from './fetch-started-session.ts'

const token = createStateToken()
const good = {
  url: `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=app&state=${token}`,
  state: token,
  expiresInMs: 900_000,
}
let server: Server
let session = ''
let answer: unknown = good
let asked: { method?: string; headers: Record<string, unknown>; body: string }[] = []

beforeEach(async () => {
  answer = good
  asked = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ method: request.method ?? '', headers: request.headers, body })
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  session = `http://127.0.0.1:${(server.address() as AddressInfo).port}/session`
})
afterEach(() => server.close())

async function fetched(request: SessionRequest) {
  const outcome = await fetchStartedSession(request)
  return outcome.ok ? outcome.data : expect.fail(outcome.code)
}

test('asks with the headers of every call, and with what the options add', async () => {
  await fetched({ session, state: 'mine', vehicleId: 'car' })
  expect(asked[0]?.method).toBe('POST')
  expect(asked[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-smartcar-connect': '1',
  })
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ state: 'mine', vehicleId: 'car' })
})

test('takes address and state from the answer', async () => {
  const started = await fetched({ session })
  expect(started).toMatchObject({ token, state: token })
  expect(started.url.href).toBe(good.url)
})

test('fits what it was fetched for, and nothing else', async () => {
  const started = await fetched({ session, state: 'mine' })
  expect(started.fits({ session, state: 'mine' })).toBe(true)
  expect(started.fits({ session })).toBe(false)
  expect(started.fits({ session, state: 'mine', vehicleId: 'car' })).toBe(false)
})

test('does not fit once it is nearly over', async () => {
  answer = { ...good, expiresInMs: 60_001 }
  const started = await fetched({ session })
  await expect.poll(() => started.fits({ session })).toBe(false)
})

test.each([
  ['nothing', null],
  ['no address', { ...good, url: 'nonsense' }],
  ['no token', { ...good, state: '' }],
  ['a token that the address does not carry', { ...good, state: createStateToken() }],
  ['one that is over already', { ...good, expiresInMs: 0 }],
])('refuses an answer with %s', { tags: ['T02'] }, async (_, bad) => {
  answer = bad
  expect(await fetchStartedSession({ session })).toMatchObject({
    ok: false,
    code: 'exchange_failed',
  })
})

test('asks nothing of an endpoint on another site, and says so as the endpoint would', {
  tags: ['F70'],
}, async () => {
  vi.stubGlobal('location', new URL('https://app.example/garage'))
  const refusal = {
    ok: false,
    code: 'exchange_failed',
    details: { problem: { code: 'cross_site' } },
  }
  const url = session.replace('127.0.0.1', 'localhost')
  for (const endpoint of [url, { url, credentials: 'include' } as const]) {
    expect(await fetchStartedSession({ session: endpoint })).toMatchObject(refusal)
  }
  vi.unstubAllGlobals()
  expect(asked).toEqual([])
})

test('asks an endpoint on another host with its cookies and headers', {
  tags: ['F70'],
}, async () => {
  const seen: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    seen.push(init)
    return Response.json(good)
  })
  const endpoint = { url: session, credentials: 'include', headers: { 'X-CSRF': 'one' } } as const
  const started = await fetched({ session: endpoint })
  vi.unstubAllGlobals()
  expect(seen[0]?.credentials).toBe('include')
  expect(new Headers(seen[0]?.headers).get('x-csrf')).toBe('one')
  expect(started.fits({ session: { ...endpoint } })).toBe(true)
  expect(started.fits({ session })).toBe(false)
})
