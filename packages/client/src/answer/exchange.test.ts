// The exchange against a real server: what is sent, and what each answer becomes.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConnectError, errorOf } from '../errors.ts'
import { type Exchange, exchangeGrant } from './exchange.ts'

const grant = { code: 'canary-code', userId: 'u', vehicleId: undefined, state: 'mine' }
const id = 'session-1'
let server: Server
let url: string
let requests: { request: IncomingMessage; body: string }[]
let respond: RequestListener

beforeEach(async () => {
  requests = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    requests.push({ request, body })
    respond(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/exchange`
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  server.closeAllConnections()
  server.close()
})

function answer(status: number, headers: Record<string, string>, body = '') {
  respond = (_, response) => response.writeHead(status, headers).end(body)
}

async function exchange<T>(endpoint: Exchange<T>): Promise<T> {
  const outcome = await exchangeGrant(endpoint, grant, id, new AbortController().signal)
  return outcome.ok ? outcome.data : expect.fail(outcome.code)
}

// The error that a failed exchange ends the session with.
async function failureOf(
  endpoint: Exchange<unknown> = url,
  { signal } = new AbortController(),
): Promise<ConnectError> {
  const outcome = await exchangeGrant(endpoint, grant, id, signal)
  if (outcome.ok) expect.fail(`exchanged: ${JSON.stringify(outcome.data)}`)
  return errorOf(outcome.code, outcome.details)
}

const json = { 'Content-Type': 'application/json' }

test('posts the grant as JSON, with what tells a backend that it is us', async () => {
  answer(200, json, '{}')
  const fetching = vi.spyOn(globalThis, 'fetch')
  await exchange(url)
  expect(requests).toHaveLength(1)
  const [{ request, body } = expect.fail()] = requests
  expect([request.method, request.url]).toEqual(['POST', '/exchange'])
  expect(JSON.parse(body)).toEqual({ code: 'canary-code', userId: 'u', state: 'mine' })
  expect(request.headers).toMatchObject({
    'content-type': 'application/json',
    'x-smartcar-connect': '1',
    'idempotency-key': id,
  })
  // What no server can see.
  expect(fetching.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: expect.any(AbortSignal),
  })
})

test('takes headers and credentials from the endpoint, but nothing that protects the grant', async () => {
  answer(200, json, '{}')
  const fetching = vi.spyOn(globalThis, 'fetch')
  const endpoint = {
    url,
    headers: {
      Authorization: 'Bearer app',
      'x-smartcar-connect': '0',
      'IDEMPOTENCY-KEY': 'x',
      'content-type': 'text/plain',
    },
    credentials: 'include' as const,
    redirect: 'follow',
    cache: 'force-cache',
    method: 'GET',
    body: 'nothing',
    referrerPolicy: 'unsafe-url',
  }
  await exchange(endpoint)
  expect(requests[0]?.request.method).toBe('POST')
  expect(requests[0]?.request.headers).toMatchObject({
    authorization: 'Bearer app',
    'content-type': 'application/json',
    'x-smartcar-connect': '1',
    'idempotency-key': id,
  })
  expect(fetching.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'include',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
})

test.each([
  ['an object', 'application/json', '{"cars":2}', { cars: 2 }],
  ['a list', 'application/json; charset=utf-8', '[1]', [1]],
  ['null', 'application/json', 'null', null],
  ['false', 'application/json', 'false', false],
  ['a vendor’s JSON', 'application/vnd.app+json', '"ok"', 'ok'],
  ['a type in capitals', 'Application/JSON', '1', 1],
])('gives %s as data', async (_, type, body, data) => {
  answer(201, { 'Content-Type': type }, body)
  expect(await exchange(url)).toEqual(data)
})

test('takes headers in every form that fetch takes', async () => {
  answer(200, json, '{}')
  for (const headers of [{ 'X-App': '1' }, new Headers({ 'X-App': '1' }), [['X-App', '1']]]) {
    await exchange({ url, headers: headers as HeadersInit })
    expect(requests.pop()?.request.headers).toMatchObject({ 'x-app': '1', 'idempotency-key': id })
  }
})

test.each([
  ['a name with a space', { 'X App': 'canary-secret' }],
  ['a value with a line break', { 'X-App': 'canary-secret\r\nX-Evil: 1' }],
  ['a value outside Latin-1', { 'X-App': 'canary-secret Ω' }],
])('a header with %s is not “could not be reached”, and says what it is', async (_, headers) => {
  const failure = await failureOf({ url, headers })
  expect(failure.code).toBe('exchange_failed')
  expect(failure.message).toContain('header')
  expect(JSON.stringify({ ...failure }) + failure.message).not.toContain('canary-secret')
  expect(requests).toEqual([])
})

test('a script in the place of fetch may copy address and headers', {
  tags: ['F65'],
}, async () => {
  answer(200, json, '{}')
  const real = fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, init) =>
    real((address as string).toString(), {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), 'X-Trace': '1' },
    }),
  )
  await exchange(url)
  expect(requests[0]?.request.headers).toMatchObject({
    'content-type': 'application/json',
    'x-smartcar-connect': '1',
    'x-trace': '1',
  })
})

test('gives undefined for 204', async () => {
  answer(204, {})
  expect(await exchange(url)).toBeUndefined()
})

test.each([400, 401, 403, 404, 409, 413, 415, 429, 500, 502, 503, 504])(
  '%i is exchange_failed, with the problem document and Retry-After',
  { tags: ['F20'] },
  async status => {
    const problem = { type: 'about:blank', title: 'No', status }
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '120' }
    answer(status, headers, JSON.stringify(problem))
    expect(await failureOf()).toMatchObject({
      code: 'exchange_failed',
      status,
      problem,
      retryAfterSeconds: 120,
    })
    // Never tries again by itself.
    expect(requests).toHaveLength(1)
  },
)

test.each([
  ['JSON that is no problem document', 500, json, '{"title":"private"}'],
  ['a problem document cut off', 500, { 'Content-Type': 'application/problem+json' }, '{"ti'],
  ['a Retry-After that is nonsense', 429, { 'Retry-After': 'soon' }, ''],
  ['an HTML page', 200, { 'Content-Type': 'text/html' }, '<h1>Sign in</h1>'],
  ['an HTML page that talks of JSON', 200, { 'Content-Type': 'text/html; x=jsonp' }, '{}'],
  ['a text', 200, { 'Content-Type': 'text/plain' }, '{}'],
  ['no type', 200, {}, '{}'],
  ['invalid JSON', 200, json, '{"cars":'],
  ['no body', 200, json, ''],
  ['no body and no type', 200, {}, ''],
  ['JSON with a byte more', 200, json, '{}x'],
])(
  '%s (%i) is exchange_failed with the status alone',
  { tags: ['F23'] },
  async (_, status, headers, body) => {
    answer(status, headers as Record<string, string>, body)
    const error = await failureOf()
    expect(error).toMatchObject({ code: 'exchange_failed', status })
    expect(error.problem).toBeUndefined()
    expect(error.retryAfterSeconds).toBeUndefined()
    expect(JSON.stringify({ ...error }) + error.message).not.toMatch(/private|Sign in/)
  },
)

test.each([301, 302, 303, 307, 308])(
  'the redirect %i is not followed',
  { tags: ['F23'] },
  async status => {
    answer(status, { Location: '/elsewhere' })
    // A browser does not tell it from an unreachable backend, so neither can we.
    expect((await failureOf()).code).toBe('network_error')
    expect(requests.map(({ request }) => request.url)).toEqual(['/exchange'])
  },
)

test('a backend that cannot be reached is network_error, with the cause', {
  tags: ['F22'],
}, async () => {
  server.close()
  await once(server, 'close')
  const error = await failureOf()
  expect(error.code).toBe('network_error')
  expect(error.cause).toBeInstanceOf(TypeError)
})

test('a backend that hangs up is network_error', { tags: ['F22'] }, async () => {
  respond = request => request.socket.destroy()
  expect((await failureOf()).code).toBe('network_error')
})

test('an address that is none is network_error', { tags: ['F23'] }, async () => {
  expect((await failureOf('http://')).code).toBe('network_error')
})

// Only the deadline is faked: the requests are real.
function fakeDeadline() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}

test('no answer in 15 seconds is exchange_timeout, and the request ends', {
  tags: ['F21'],
}, async () => {
  fakeDeadline()
  const hungUp = new Promise(resolve => {
    respond = request => request.socket.once('close', resolve)
  })
  const failure = failureOf()
  await vi.waitUntil(() => requests.length, { interval: 0 })
  vi.advanceTimersByTime(15_000)
  expect((await failure).code).toBe('exchange_timeout')
  await hungUp
  expect(requests).toHaveLength(1)
})

test('the deadline also ends a body that never does', { tags: ['F21'] }, async () => {
  fakeDeadline()
  const answered = new Promise(resolve => {
    respond = (_, response) => {
      response.writeHead(200, json).write('{"cars":')
      resolve(undefined)
    }
  })
  const failure = failureOf()
  await answered
  vi.advanceTimersByTime(15_000)
  expect((await failure).code).toBe('exchange_timeout')
})

test('just before the deadline is in time', { tags: ['F21'] }, async () => {
  fakeDeadline()
  let finish: (value: string) => void = () => {}
  const data = exchange(
    () =>
      new Promise<string>(resolve => {
        finish = resolve
      }),
  )
  vi.advanceTimersByTime(14_999)
  finish('in time')
  expect(await data).toBe('in time')
  expect(vi.getTimerCount()).toBe(0)
})

test('a function gets the grant and gives the data', async () => {
  const given = await exchange(async full => ({ full }))
  expect(given).toEqual({ full: grant })
})

test('a function that rejects or throws is exchange_failed, with the cause', async () => {
  const cause = new Error('backend says no')
  function throws(): never {
    throw cause
  }
  for (const endpoint of [() => Promise.reject(cause), throws]) {
    expect(await failureOf(endpoint)).toMatchObject({ code: 'exchange_failed', cause })
  }
})

test('a function’s own ConnectError is kept as it is', async () => {
  const own = new ConnectError('exchange_failed', { status: 418 })
  expect(await failureOf(() => Promise.reject(own))).toBe(own)
})

test('a function cannot say that the session has expired: its token is used up', async () => {
  const cause = new ConnectError('expired')
  const failure = await failureOf(() => Promise.reject(cause))
  expect(failure).toMatchObject({ code: 'exchange_failed', cause })
})

test('a function that never settles is exchange_timeout, and is told by its signal', {
  tags: ['F21'],
}, async () => {
  fakeDeadline()
  let signal: AbortSignal | undefined
  const failure = failureOf((_, context) => {
    signal = context.signal
    return new Promise(() => {})
  })
  expect(signal?.aborted).toBe(false)
  vi.advanceTimersByTime(15_000)
  expect((await failure).code).toBe('exchange_timeout')
  expect(signal?.aborted).toBe(true)
})

test('whoever aborts ends the request', { tags: ['F52'] }, async () => {
  fakeDeadline()
  const aborter = new AbortController()
  const hungUp = new Promise(resolve => {
    respond = request => request.socket.once('close', resolve)
  })
  const failure = failureOf(url, aborter)
  await vi.waitUntil(() => requests.length, { interval: 0 })
  aborter.abort()
  expect(await failure).toBeInstanceOf(ConnectError)
  await hungUp
})

test('a session that was cancelled has not timed out', { tags: ['F52'] }, async () => {
  const aborter = new AbortController()
  const failure = failureOf(() => new Promise(() => {}), aborter)
  aborter.abort()
  expect((await failure).code).toBe('exchange_failed')
})

test('once it is over, cancelling the session touches it no more', { tags: ['F52'] }, async () => {
  const aborter = new AbortController()
  let signal: AbortSignal | undefined
  async function send(_: object, context: { signal: AbortSignal }): Promise<void> {
    signal = context.signal
  }
  await exchangeGrant(send, grant, id, aborter.signal)
  aborter.abort()
  expect(signal?.aborted).toBe(false)
})

test('no ending leaves the deadline running', async () => {
  fakeDeadline()
  await exchange(async () => 'data')
  await failureOf(() => Promise.reject(new Error('no')))
  const aborter = new AbortController()
  const failure = failureOf(() => new Promise(() => {}), aborter)
  aborter.abort()
  await failure
  expect(vi.getTimerCount()).toBe(0)
})

test('no failure holds the code', { tags: ['T32'] }, async () => {
  const failures = [await failureOf(() => Promise.reject(new Error('no')))]
  for (const status of [302, 400, 500]) {
    answer(status, { ...json, Location: '/elsewhere' }, '{}')
    failures.push(await failureOf())
  }
  for (const error of failures) {
    const { cause, stack } = error
    const seen = JSON.stringify([{ ...error }, error.message, String(cause), stack])
    expect(seen).not.toContain('canary-code')
  }
})
