// Which sessions of the server's making are fetched, when several are asked for at once.

import { afterEach, expect, test, vi } from 'vitest'
import { createStateToken } from '../state/state-token.ts'
import { createStartedSessions } from './started-sessions.ts'

const session = '/api/session'
const own = { session }
const car = { session, vehicleId: 'a-car' }

afterEach(() => vi.unstubAllGlobals())

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

test('a request that cannot be sent as JSON is a failure, not a rejection', async () => {
  const sessions = createStartedSessions()
  const request = { session, state: 10n as unknown as string }
  expect(await sessions.fetch(request)).toMatchObject({ ok: false, code: 'exchange_failed' })
})

test('a session that was started under another login is not used', { tags: ['T48'] }, async () => {
  const answers = holdAnswers()
  const sessions = createStartedSessions()
  const arrival = sessions.fetch({ ...own, appUser: 'ann' })
  answers[0]?.()
  await arrival
  expect(sessions.use({ ...own, appUser: 'bob' })).toBeUndefined()
  expect(sessions.use({ ...own, appUser: 'ann' })).toBeDefined()
})
