// What of a server's answer makes a session, to the letter; and what one session is good for.

import { afterEach, expect, test, vi } from 'vitest'
import { createStateToken, wireState } from '../state/state-token.ts'
import { fetchStartedSession, type SessionRequest } from './fetch-started-session.ts'

const token = createStateToken()
function address(state: string) {
  return `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=app&state=${state}`
}
const good = { url: address(token), state: token, expiresInMs: 900_000 }
const session = '/api/session'

function answerWith(answer: object) {
  vi.stubGlobal('fetch', async () => Response.json(answer))
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function fetched(request: SessionRequest) {
  const outcome = await fetchStartedSession(request)
  return outcome.ok ? outcome.data : expect.fail(outcome.code)
}

test('the state to wait for is the whole one, with the app’s own behind the token', async () => {
  const sent = wireState(token, 'mine')
  answerWith({ ...good, url: address(sent) })
  expect(await fetched({ session, state: 'mine' })).toMatchObject({ token, state: sent })
})

test.each([
  ['no token, neither in the answer nor in its address', { ...good, url: address(''), state: '' }],
  ['a token that is none', { ...good, url: address('guess'), state: 'guess' }],
  ['no word on how long it is good', { ...good, expiresInMs: undefined }],
  ['one that is as good as over', { ...good, expiresInMs: 60_000 }],
])('refuses an answer with %s', { tags: ['T06'] }, async (_, answer) => {
  answerWith(answer)
  expect(await fetchStartedSession({ session })).toMatchObject({
    ok: false,
    code: 'exchange_failed',
  })
})

test('a refusal of the backend is told with its status', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 401 }))
  expect(await fetchStartedSession({ session })).toMatchObject({
    ok: false,
    code: 'exchange_failed',
    details: { status: 401 },
  })
})

test('fits until a minute before its end, and not a moment longer', { tags: ['F29'] }, async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  answerWith(good)
  const started = await fetched({ session })
  vi.setSystemTime(Date.now() + 900_000 - 60_001)
  expect(started.fits({ session })).toBe(true)
  vi.setSystemTime(Date.now() + 1)
  expect(started.fits({ session })).toBe(false)
})

test('fits for a part of its life, if that is asked', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  answerWith(good)
  const started = await fetched({ session })
  vi.setSystemTime(Date.now() + 840_000 / 2 - 1)
  expect(started.fits({ session }, 0.5)).toBe(true)
  vi.setSystemTime(Date.now() + 1)
  expect(started.fits({ session }, 0.5)).toBe(false)
  expect(started.fits({ session })).toBe(true)
})

test('fits no other endpoint, app state or vehicle', { tags: ['T07'] }, async () => {
  answerWith(good)
  const started = await fetched({ session, state: 'mine', vehicleId: 'car' })
  expect(started.fits({ session, state: 'mine', vehicleId: 'car' })).toBe(true)
  expect(started.fits({ session: '/other', state: 'mine', vehicleId: 'car' })).toBe(false)
  expect(started.fits({ session, state: 'other', vehicleId: 'car' })).toBe(false)
  expect(started.fits({ session, state: 'mine', vehicleId: 'other' })).toBe(false)
})
