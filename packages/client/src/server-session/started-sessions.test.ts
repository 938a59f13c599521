// Which sessions of the server's making are fetched, when several are asked for at once.

import { afterEach, expect, test, vi } from 'vitest'
import { createStateToken } from '../state/state-token.ts'
import { createStartedSessions } from './started-sessions.ts'

const session = '/api/session'
const own = { session }
const car = { session, vehicleId: 'a-car' }

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

// Every answer waits to be given, in the order of the calls.
function holdAnswers(): ((status?: number) => void)[] {
  const answers: ((status?: number) => void)[] = []
  function fetch() {
    return new Promise<Response>(resolve => {
      const state = createStateToken()
      const url = `https://connect.smartcar.com/oauth/authorize?state=${state}`
      answers.push((status = 200) =>
        resolve(Response.json({ url, state, expiresInMs: 900_000 }, { status })),
      )
    })
  }
  vi.stubGlobal('fetch', fetch)
  return answers
}

test('what is on its way is shared, also when something else arrives meanwhile', async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const first = sessions.fetch(own)
  const second = sessions.fetch(car)
  expect(answers).toHaveLength(2)
  answers[0]?.()
  await first
  const third = sessions.fetch(car)
  expect(answers).toHaveLength(2)
  answers[1]?.()
  await Promise.all([second, third])
  expect(sessions.use(car)).toBeDefined()
  expect(sessions.use(car)).toBeUndefined()
})

test('each is fetched once, in whatever order they are asked for', async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const all = [own, car, own, car].map(options => sessions.fetch(options))
  expect(answers).toHaveLength(2)
  for (const answer of answers) answer()
  await Promise.all(all)
  expect(answers).toHaveLength(2)
})

test('what is at hand is fetched once, and for what it was asked for', async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const fetched = sessions.fetch(own)
  answers[0]?.()
  await fetched
  await sessions.fetch(own)
  expect(answers).toHaveLength(1)
  expect(sessions.use(car)).toBeUndefined()
  expect(sessions.use(own)).toBeDefined()
})

test('after a failure it is fetched anew', { tags: ['F22'] }, async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const failed = sessions.fetch(own)
  answers[0]?.(503)
  expect(await failed).toMatchObject({ code: 'exchange_failed', details: { status: 503 } })
  const fetched = sessions.fetch(own)
  answers[1]?.()
  await fetched
  expect(sessions.use(own)).toBeDefined()
})

test('a request that cannot be sent as JSON is a failure with its cause, not a rejection', async () => {
  const sessions = createStartedSessions()
  const request = { session, state: 10n as unknown as string }
  expect(await sessions.fetch(request)).toMatchObject({
    ok: false,
    details: { cause: expect.any(TypeError) },
  })
  expect(sessions.use(request)).toBeUndefined()
})

test('a session that was started under another login is dropped', { tags: ['T48'] }, async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const ann = { ...own, appUser: 'ann' }
  const bob = { ...own, appUser: 'bob' }
  const first = sessions.fetch(ann)
  answers[0]?.()
  await first
  expect(sessions.use(bob)).toBeUndefined()
  const second = sessions.fetch(bob)
  expect(answers).toHaveLength(2)
  // The first login comes back, with another app session at the server.
  expect(sessions.use(ann)).toBeUndefined()
  answers[1]?.()
  await second
  expect(sessions.use(bob)).toBeDefined()
})

test.each([
  ['first', [0, 1]],
  ['last', [1, 0]],
])(
  'what arrives %s for a login that was there before is not kept',
  {
    tags: ['T48'],
  },
  async (_, order) => {
    const answers = holdAnswers()
    const sessions = createStartedSessions()
    const ann = { ...own, appUser: 'ann' }
    const bob = { ...own, appUser: 'bob' }
    const arrivals = [sessions.fetch(ann), sessions.fetch(bob)]
    for (const index of order) {
      answers[index]?.()
      await arrivals[index]
    }
    expect(answers).toHaveLength(2)
    expect(sessions.use(ann)).toBeUndefined()
    expect(sessions.use(bob)).toBeDefined()
  },
)

test('intent renews it in the last quarter of its life; until then, and until it arrives, it stays', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const first = sessions.fetch(own)
  answers[0]?.()
  await first
  // A session of 15 minutes is used for 14.
  const lastQuarterMs = Date.now() + 840_000 * 0.75
  vi.setSystemTime(lastQuarterMs - 1)
  await sessions.fetch(own)
  expect(answers).toHaveLength(1)
  vi.setSystemTime(lastQuarterMs)
  const second = sessions.fetch(own)
  expect(answers).toHaveLength(2)
  const old = sessions.use(own)
  expect(old).toBeDefined()
  answers[1]?.()
  await second
  const renewed = sessions.use(own)
  expect(renewed?.token).not.toBe(old?.token)
})

test('a renewal that fails leaves the one at hand', { tags: ['F22'] }, async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const first = sessions.fetch(own)
  answers[0]?.()
  await first
  vi.setSystemTime(Date.now() + 700_000)
  const second = sessions.fetch(own)
  answers[1]?.(503)
  expect(await second).toMatchObject({ ok: false })
  expect(sessions.use(own)).toBeDefined()
})

test('what was not used after all is at hand again', async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const fetched = sessions.fetch(own)
  answers[0]?.()
  await fetched
  const started = sessions.use(own)
  if (!started) return expect.fail('none is at hand')
  expect(sessions.use(own)).toBeUndefined()
  sessions.giveBack(own, started)
  expect(sessions.use(own)).toBe(started)
})
