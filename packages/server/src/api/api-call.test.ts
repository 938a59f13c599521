// Calls of version 3 with a clock that the test moves: token, waits, deadlines, commands.

import { expect, test, vi } from 'vitest'
import { type ApiCall, createCaller } from './api-call.ts'
import { SmartcarApiError } from './smartcar-api-error.ts'

type Answer = () => Response | Promise<Response>

const json = { 'content-type': 'application/json' }

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return () => new Response(JSON.stringify(body), { status, headers: { ...json, ...headers } })
}

function error(status: number, code = 'X', headers: Record<string, string> = {}): Answer {
  return answer(status, { errors: [{ status: String(status), type: 'T', code }] }, headers)
}

const good = answer(200, { data: 'good' })
const reading: ApiCall = {
  what: 'GET /v3/x',
  method: 'GET',
  url: new URL('https://api.example/v3/x'),
}
const command: ApiCall = { ...reading, what: 'POST /v3/x', method: 'POST', isCommand: true }

/** Answers in turn, with the last answer for all that follow; time passes only by waiting. */
function set(
  answers: readonly Answer[],
  more: { deadlineMs?: number; maxConcurrent?: number } = {},
) {
  const requests: Request[] = []
  const waits: number[] = []
  const forgotten: string[] = []
  let nowMs = 1_000_000
  let minted = 1
  function setClock(ms: number): void {
    nowMs = ms
  }
  const call = createCaller({
    token: {
      getAccessToken: async () => `token-${minted}`,
      forget: accessToken => {
        forgotten.push(accessToken)
        minted += 1
      },
    },
    fetch: async request => {
      requests.push(request)
      const next = answers[Math.min(requests.length, answers.length) - 1]
      return next ? next() : Response.error()
    },
    clock: {
      now: () => nowMs,
      sleep: async ms => {
        waits.push(ms)
        nowMs += ms
      },
    },
    deadlineMs: more.deadlineMs ?? 60_000,
    maxConcurrent: more.maxConcurrent ?? 10,
    unitSystem: 'metric',
  })
  return { call, requests, waits, forgotten, setClock }
}

test('sends token, person, units and body, and returns the answer', async () => {
  const { call, requests } = set([good])
  const sent = { ...command, userId: 'user-1', attributes: { percent: 80 } }
  expect(await call(sent)).toEqual({ data: 'good' })
  const [request] = requests
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: 'application/json',
    authorization: 'Bearer token-1',
    'content-type': 'application/json',
    'sc-unit-system': 'metric',
    'sc-user-id': 'user-1',
  })
  expect(await request?.json()).toEqual({ data: { attributes: { percent: 80 } } })
})

test('a public call carries no token', async () => {
  const { call, requests } = set([good])
  await call({ ...reading, isPublic: true })
  expect(requests[0]?.headers.has('authorization')).toBe(false)
})

test('a refused token is renewed once, also for a command, and not twice', async () => {
  const { call, requests, forgotten } = set([error(401), good])
  await call(command)
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ])
  expect(forgotten).toEqual(['token-1'])
  const again = set([error(401)])
  await expect(again.call(reading)).rejects.toMatchObject({ status: 401, failure: 'refused' })
  expect(again.requests).toHaveLength(2)
})

test('a wait that was told is kept, one that was not grows, both within the deadline', async () => {
  const told = set([error(429, 'VEHICLE', { 'retry-after': '7' }), good])
  await told.call(reading)
  expect(told.waits).toEqual([7000])

  const storm = set([error(429, 'VEHICLE')])
  await expect(storm.call(reading)).rejects.toMatchObject({ status: 429 })
  const waited = storm.waits.reduce((sum, ms) => sum + ms, 0)
  expect(waited).toBeLessThan(60_000)
  expect(storm.requests.length).toBeGreaterThan(4)

  const long = set([error(429, 'VEHICLE', { 'retry-after': '61' })])
  await expect(long.call(reading)).rejects.toMatchObject({ retryAfterMs: 61_000 })
  expect(long.waits).toEqual([])
})

test('a storm that asks to come back at once ends', async () => {
  const { call, requests } = set([error(429, 'VEHICLE', { 'retry-after': '0' })])
  await expect(call(reading)).rejects.toMatchObject({ status: 429 })
  expect(requests.length).toBeLessThan(1300)
})

test('a clock that is set back does not make a call endless', async () => {
  const busy = error(429, 'VEHICLE', { 'retry-after': '10' })
  const jumping = set([
    () => {
      jumping.setClock(0)
      return busy()
    },
  ])
  await expect(jumping.call(reading)).rejects.toMatchObject({ status: 429 })
  expect(jumping.waits).toEqual([10_000, 10_000, 10_000, 10_000, 10_000])
})

test('a limit of the application is waited for', async () => {
  const all = set([error(429, 'SMARTCAR_API', { 'retry-after': '5' }), good])
  const first = all.call(reading)
  await first
  expect(all.waits).toEqual([5000])
})

test('a command is not repeated when it may have been carried out', async () => {
  for (const status of [500, 502, 504]) {
    const { call, requests } = set([error(status), good])
    await expect(call(command)).rejects.toMatchObject({ status, isOutcomeUnknown: true })
    expect(requests).toHaveLength(1)
  }
  const broken = set([() => Promise.reject(new Error('broken')), good])
  await expect(broken.call(command)).rejects.toMatchObject({ isOutcomeUnknown: true })
  const refused = set([error(409), good])
  await expect(refused.call(command)).rejects.toMatchObject({ isOutcomeUnknown: false })
  const incapable = set([error(501)])
  await expect(incapable.call(command)).rejects.toMatchObject({ isOutcomeUnknown: false })
})

test('a command that was turned away, or never sent, is sent again', async () => {
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const never: Answer = () => Promise.reject(new TypeError('fetch failed', { cause }))
  const { call, requests } = set([error(429), never, good])
  expect(await call(command)).toEqual({ data: 'good' })
  expect(requests).toHaveLength(3)
})

test('a streamed answer is judged at its end, by the status inside', async () => {
  const streamed = set([answer(202, { errors: [{ status: '409', type: 'VEHICLE_STATE' }] })])
  await expect(streamed.call(command)).rejects.toMatchObject({ status: 409, type: 'VEHICLE_STATE' })
  const done = set([answer(202, { data: { id: 'exec_1' } })])
  expect(await done.call(command)).toEqual({ data: { id: 'exec_1' } })
})

test.each<[what: string, Answer]>([
  ['a page', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
  ['half a document', () => new Response('{"data":', { headers: json })],
])('%s is unreadable and is said to be', async (_what, page) => {
  const { call } = set([page])
  await expect(call(reading)).rejects.toMatchObject({
    name: 'SmartcarApiError',
    failure: 'unreadable',
    message: expect.stringContaining('GET /v3/x'),
  })
})

test('no error shows the token', async () => {
  const leaking: Answer = () => Promise.reject(new Error('could not send Bearer token-1'))
  const { call } = set([leaking])
  const thrown = await call(reading).catch((caught: unknown) => caught)
  expect(thrown).toBeInstanceOf(SmartcarApiError)
  const { message, cause } = thrown as SmartcarApiError
  expect(`${message} ${cause instanceof Error ? cause.message : ''}`).not.toContain('token-1')
})

test('so many calls run at once, and no more', async () => {
  let running = 0
  let most = 0
  const slow: Answer = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise(resolve => setTimeout(resolve, 1))
    running -= 1
    return good()
  }
  const { call } = set([slow], { maxConcurrent: 3 })
  await Promise.all(Array.from({ length: 20 }, () => call(reading)))
  expect(most).toBe(3)
})

test.each([
  ['SMARTCAR_API', [30_000, 30_000], 1],
  ['VEHICLE', [30_000], 2],
])(
  'while one call waits for a limit of %s, another waits %o and %i were sent',
  async (code, waits, sent) => {
    const slept: { ms: number; wake: () => void }[] = []
    const requests: Request[] = []
    const busy = error(429, code, { 'retry-after': '30' })
    const call = createCaller({
      token: { getAccessToken: async () => 'token', forget: () => {} },
      fetch: async request => {
        requests.push(request)
        return requests.length === 1 ? busy() : good()
      },
      clock: {
        now: () => 1_000_000,
        sleep: ms => new Promise(wake => void slept.push({ ms, wake })),
      },
      deadlineMs: 60_000,
      maxConcurrent: 10,
      unitSystem: 'metric',
    })
    const first = call(reading)
    await vi.waitFor(() => expect(slept).toHaveLength(1))
    const second = call(reading)
    await vi.waitFor(() => expect(slept.length + requests.length).toBe(3))
    expect(slept.map(({ ms }) => ms)).toEqual(waits)
    expect(requests).toHaveLength(sent)
    for (const { wake } of slept) wake()
    await Promise.allSettled([second, code === 'VEHICLE' ? first : undefined])
  },
)
