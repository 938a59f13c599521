// A provider that is busy says how long to wait, and is believed within the deadline.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deadlineIn } from '../timing/deadline.ts'
import { getJson } from './get-json.ts'
import { createMachineToken } from './machine-token.ts'
import type { Fetch } from './provider-fetch.ts'
import { readConnections } from './read-connections.ts'
import { readGrant } from './read-grant.ts'
import { retryAfterMs } from './retry-after.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { refreshTokens, requestTokens } from './token-request.ts'

const startMs = Date.UTC(2026, 10, 26, 12, 0, 0)
beforeEach(() => {
  vi.useFakeTimers({ now: startMs })
})
afterEach(() => vi.useRealTimers())

const url = new URL('https://api.smartcar.test')
const tokens = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 7200 }

/** Answers the failure `times` times, then well; notes when it was asked. */
function busy(failure: () => Response, times: number, body: unknown) {
  const asked: number[] = []
  const fetch: Fetch = async () => {
    asked.push(Date.now() - startMs)
    return asked.length <= times ? failure() : Response.json(body)
  }
  return { fetch, asked }
}

function tooMany(retryAfter: string): () => Response {
  return () => Response.json({}, { status: 429, headers: { 'retry-after': retryAfter } })
}

const endpoint = { clientId: 'id', clientSecret: 'secret' }
const calls: Record<string, (fetch: Fetch) => Promise<unknown>> = {
  'a vehicle API of version 2': fetch =>
    getJson({ url, fetch }, '/v2.0/user', 't', deadlineIn(20_000)),
  'the connections of version 3': fetch =>
    readConnections({ url, fetch }, 't', { userId: 'u' }, () => 'complete', deadlineIn(20_000)),
  'the machine token': fetch => createMachineToken({ ...endpoint, fetch }).getAccessToken(),
  'a refresh': async fetch => {
    const answer = await refreshTokens(
      tokenEndpoint({ ...endpoint, fetch }),
      'r',
      deadlineIn(15_000),
    )
    if (!answer.ok) throw answer.failure.cause
  },
}

test.each(Object.entries(calls))(
  'was asked again too early, after 0.2 and 0.6 seconds: %s',
  { tags: ['F73'] },
  async (_, call) => {
    for (const [failure, at] of [
      [tooMany('2'), 2000],
      [tooMany('Thu, 26 Nov 2026 12:00:03 GMT'), 3000],
      [() => new Response('<p>busy', { status: 503, headers: { 'retry-after': '4' } }), 4000],
      [() => Response.json({}, { status: 500 }), 200],
    ] as const) {
      vi.setSystemTime(startMs)
      const { fetch, asked } = busy(failure, 1, { ...tokens, data: [] })
      const answered = call(fetch)
      await vi.advanceTimersByTimeAsync(5000)
      await answered
      expect(asked).toEqual([0, at])
    }
  },
)

test.each(Object.entries(calls))(
  'is not waited for longer than there is time, and tells how long it asked for: %s',
  { tags: ['F73'] },
  async (_, call) => {
    const { fetch, asked } = busy(tooMany('3600'), 9, {})
    await expect(call(fetch)).rejects.toMatchObject({ status: 429, retryAfterMs: 3_600_000 })
    expect(asked).toEqual([0])
  },
)

test('gets a code once, even when it is busy', { tags: ['T08', 'F73'] }, async () => {
  const { fetch, asked } = busy(tooMany('1'), 1, tokens)
  const answer = requestTokens(tokenEndpoint({ ...endpoint, fetch }), 'code', 'https://app.test/')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await answer).toMatchObject({
    ok: false,
    problem: 'provider_failed',
    failure: { host: 'auth.smartcar.com', providerStatus: 429 },
  })
  expect(asked).toEqual([0])
})

test('reads fifty cars in a few seconds, not one after another in sixteen', {
  tags: ['F73'],
}, async () => {
  const ids = Array.from({ length: 49 }, (_, index) => `car-${index}`)
  let running = 0
  let most = 0
  async function fetch(request: Request): Promise<Response> {
    running += 1
    most = Math.max(most, running)
    await new Promise(resolve => setTimeout(resolve, 300))
    running -= 1
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/user')) return Response.json({ id: 'ada' })
    if (pathname.endsWith('/vehicles')) return Response.json({ vehicles: ids })
    return Response.json({ permissions: [pathname.split('/')[3]] })
  }
  const reading = readGrant({ url, fetch }, 'token', deadlineIn(20_000))
  await vi.advanceTimersByTimeAsync(3600)
  const { vehicles } = await reading
  expect(vehicles).toEqual(ids.map(id => ({ id, permissions: [id] })))
  expect(most).toBe(6)
})

test('ends at one deadline for all cars together, although each answers in time', {
  tags: ['F73'],
}, async () => {
  async function slow(request: Request): Promise<Response> {
    await new Promise(resolve => setTimeout(resolve, 8000))
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/user')) return Response.json({ id: 'ada' })
    if (pathname.endsWith('/vehicles')) return Response.json({ vehicles: ['a', 'b'] })
    return Response.json({ permissions: [] })
  }
  const ended = expect(
    readGrant({ url, fetch: slow }, 'token', deadlineIn(20_000)),
  ).rejects.toMatchObject({ code: 'timeout' })
  await vi.advanceTimersByTimeAsync(20_000)
  await ended
})

test.each([
  ['2', undefined, 2000],
  [' 0 ', undefined, 0],
  ['Thu, 26 Nov 2026 12:00:05 GMT', undefined, 5000],
  // The provider's clock is an hour ahead of ours.
  ['Thu, 26 Nov 2026 13:00:05 GMT', 'Thu, 26 Nov 2026 13:00:00 GMT', 5000],
  ['Thu, 26 Nov 2026 11:00:00 GMT', undefined, 0],
  // So long that nobody waits, instead of a moment.
  ['99999999999999999999', undefined, 1e12],
  ['-1', undefined, undefined],
  ['1e3', undefined, undefined],
  ['soon', undefined, undefined],
  ['', undefined, undefined],
])('reads Retry-After: %j', { tags: ['F73'] }, (value, date, waitMs) => {
  const headers = new Headers({ 'retry-after': value, ...(date !== undefined && { date }) })
  expect(retryAfterMs(headers)).toBe(waitMs)
})

test('the oldest form of a date was read in the zone of this machine', { tags: ['F73'] }, () => {
  vi.stubEnv('TZ', 'America/New_York')
  const headers = new Headers({ 'retry-after': 'Thu Nov 26 12:00:05 2026' })
  expect(retryAfterMs(headers)).toBe(5000)
  vi.unstubAllEnvs()
})
