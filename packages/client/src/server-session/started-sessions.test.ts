// Which sessions of the server's making are fetched, when several are asked for at once.

import { afterEach, expect, test, vi } from 'vitest'
import { createStateToken } from '../state-token.ts'
import { createAhead } from './started-sessions.ts'

const session = '/api/session'
const own = { session }
const car = { session, vehicleId: 'a-car' }

afterEach(() => vi.unstubAllGlobals())

// Every answer waits to be given, in the order of the calls.
function holdAnswers(): ((status?: number) => void)[] {
  const answers: ((status?: number) => void)[] = []
  const fetch = () =>
    new Promise<Response>(resolve => {
      const state = createStateToken()
      const url = `https://connect.smartcar.com/oauth/authorize?state=${state}`
      answers.push((status = 200) =>
        resolve(Response.json({ url, state, expiresInMs: 900_000 }, { status })),
      )
    })
  vi.stubGlobal('fetch', fetch)
  return answers
}

test('what is on its way is shared, also when something else arrives meanwhile', async () => {
  const answers = holdAnswers()
  const ahead = createAhead()
  const first = ahead.fetch(own)
  const second = ahead.fetch(car)
  expect(answers).toHaveLength(2)
  answers[0]?.()
  await first
  const third = ahead.fetch(car)
  expect(answers).toHaveLength(2)
  answers[1]?.()
  await Promise.all([second, third])
  expect(ahead.take(car)).toBeDefined()
  expect(ahead.take(car)).toBeUndefined()
})

test('each is fetched once, in whatever order they are asked for', async () => {
  const answers = holdAnswers()
  const ahead = createAhead()
  const all = [own, car, own, car].map(options => ahead.fetch(options))
  expect(answers).toHaveLength(2)
  for (const answer of answers) answer()
  await Promise.all(all)
  expect(answers).toHaveLength(2)
})

test('what is at hand is fetched once, and for what it was asked for', async () => {
  const answers = holdAnswers()
  const ahead = createAhead()
  const fetched = ahead.fetch(own)
  answers[0]?.()
  await fetched
  await ahead.fetch(own)
  expect(answers).toHaveLength(1)
  expect(ahead.take(car)).toBeUndefined()
  expect(ahead.take(own)).toBeDefined()
})

test('after a failure it is fetched anew', { tags: ['F22'] }, async () => {
  const answers = holdAnswers()
  const ahead = createAhead()
  const failed = ahead.fetch(own)
  answers[0]?.(503)
  await expect(failed).rejects.toMatchObject({ code: 'exchange_failed', status: 503 })
  const fetched = ahead.fetch(own)
  answers[1]?.()
  await fetched
  expect(ahead.take(own)).toBeDefined()
})
