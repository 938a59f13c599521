// Leaving this tab for Connect, and coming back.

// Connect is a fragment of this very page, so that the browser really goes there and the test stays.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectionOf } from '../../test/connection-of.ts'
import { createConnect } from '../connect.ts'
import { createSession } from '../create-session.ts'
import { hashOf } from '../state/read-state.ts'
import { createStateToken } from '../state/state-token.ts'
import { leave } from './leave.ts'
import { readRecord } from './session-record.ts'

const options = { clientId: 'app', exchange: '/exchange' }
const address = location.href
let told: unknown[] = []

beforeEach(() => {
  told = []
  history.replaceState(null, '', `${location.pathname}${location.search}#garage`)
})
afterEach(() => {
  // Whoever still waits to come Back would be heard by the next test.
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  vi.restoreAllMocks()
  history.replaceState(null, '', address)
  sessionStorage.clear()
})

async function leaveWith(token = createStateToken(), { signal } = new AbortController()) {
  const url = new URL('#connect', location.href)
  const connection = connectionOf(options)
  await leave({ token, url, connection, watched: [connection], signal }, () => {
    told.push('returned')
  })
}

function show(persisted: boolean) {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))
}

test('stores the way back, a path of this origin, and goes', { tags: ['T18'] }, async () => {
  const token = createStateToken()
  const returnTo = location.href.slice(location.origin.length)
  await leaveWith(token)
  expect(location.hash).toBe('#connect')
  expect(returnTo).toMatch(/^\/.*#garage$/)
  expect(readRecord()).toMatchObject({ hash: await hashOf(token), returnTo })
  expect(told).toEqual([])
})

test('stays where nothing can be stored, for there would be no way back', {
  tags: ['F30'],
}, async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(leaveWith()).rejects.toThrow('stored')
  expect(location.hash).toBe('#garage')
})

test('come Back to the page as it was left, the session is idle and its record gone, once', {
  tags: ['F42'],
}, async () => {
  await leaveWith()
  show(false)
  expect(told).toEqual([])
  expect(readRecord()).toBeDefined()
  show(true)
  expect(told).toEqual(['returned'])
  expect(readRecord()).toBeUndefined()
  show(true)
  expect(told).toEqual(['returned'])
})

test('come Back without an answer, the session that left is idle again', {
  tags: ['F42'],
}, async () => {
  const token = createStateToken()
  const started = { token, url: new URL('#connect', location.href), state: token }
  const leaving = { ...options, presentation: 'redirect' } as const
  const connection = connectionOf(leaving, now => told.push(now))
  const session = createSession(leaving, connection, started)
  session.open()
  await vi.waitFor(() => expect(location.hash).toBe('#connect'))
  show(true)
  expect(told).toEqual([{ status: 'redirecting' }, { status: 'idle' }])
  session.stop()
})

test('resuming leaves alone the record of a session for which this page is about to leave', {
  tags: ['F42'],
}, async () => {
  await leaveWith()
  const hash = readRecord()?.hash
  const stop = createConnect({ ...options, responseType: 'none' }).subscribe(() => {})
  await import('../late.ts')
  await hashOf('')
  await hashOf('')
  expect(readRecord()?.hash).toBe(hash)
  stop()
})

test('cancelled before it could leave, the tab stays, and nothing is stored', {
  tags: ['F52'],
}, async () => {
  const session = new AbortController()
  const leaving = leaveWith(undefined, session)
  session.abort()
  await leaving
  expect(location.hash).toBe('#garage')
  expect({ ...sessionStorage }).toEqual({})
})

test('cancelled while it leaves, no answer counts, and who comes Back is told nothing', {
  tags: ['F52'],
}, async () => {
  const session = new AbortController()
  await leaveWith(undefined, session)
  expect(readRecord()).toBeDefined()
  session.abort()
  expect(readRecord()).toBeUndefined()
  show(true)
  expect(told).toEqual([])
})

test('cancelled before it began to leave, it does not touch the record of another', {
  tags: ['F52'],
}, async () => {
  const stored = vi.spyOn(Storage.prototype, 'setItem')
  const session = new AbortController()
  session.abort()
  await leaveWith(undefined, session)
  expect(location.hash).toBe('#garage')
  expect(stored).not.toHaveBeenCalled()
})

test('a connection that is cancelled on its way to Connect ends, and stays', {
  tags: ['F52'],
}, async () => {
  const connect = createConnect({ ...options, redirectUri: `${location.origin}/redirect.html` })
  const ending = connect.open({ presentation: 'redirect' })
  expect(connect.getSession()).toEqual({ status: 'redirecting' })
  connect.cancel()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
})

test('what a script in the place of the browser’s function throws does not give the token away', {
  tags: ['F65', 'T32'],
}, async () => {
  const token = createStateToken()
  const connection = connectionOf(options)
  const url = new URL(`#${token}`, location.href)
  const { signal } = new AbortController()
  // No script can take the place of `location.assign`, but the address may have a `toString`.
  Object.defineProperty(url, 'href', {
    get() {
      throw new Error(`not to ${token}`)
    },
  })
  const session = { token, url, connection, watched: [connection], signal }
  await expect(leave(session, () => {})).rejects.toThrow('not to [secret]')
})
