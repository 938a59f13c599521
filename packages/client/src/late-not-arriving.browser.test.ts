// The part that comes late never arrives: the server took the request and says nothing.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectionOf } from '../test/connection-of.ts'
import { createConnect } from './connect.ts'
import { receiveAnswer } from './create-session.ts'
import type { Session } from './session.ts'

vi.mock('./late.ts', () => new Promise(() => {}))

const notLoaded = { status: 'failed', error: { code: 'not_loaded' } }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function start() {
  const exchange = vi.fn(async () => 'data')
  const redirectUri = `${location.origin}/redirect.html`
  return { options: { clientId: 'app', redirectUri, exchange }, exchange }
}

test('an answer waits for it 15 seconds, and no longer', { tags: ['F63'] }, async () => {
  const { options, exchange } = start()
  const told: Session[] = []
  const url = new URL('https://connect.smartcar.com/oauth/authorize?response_type=code')
  const connection = connectionOf(options, session => told.push(session))
  const receiver = receiveAnswer(options, url, connection, () => 0)
  const message = { type: 'smartcar-connect', id: '1,2', state: '', params: { code: 'a' } } as const
  receiver.accept(message, () => {})
  await vi.advanceTimersByTimeAsync(14_900)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(told).toMatchObject([{ ...notLoaded, error: { cause: expect.any(Error) } }])
  expect(exchange).not.toHaveBeenCalled()
})

test('a click that needs a session of the server’s waits as long', { tags: ['F63'] }, async () => {
  const connect = createConnect({ session: '/api/session', exchange: '/api/exchange' })
  const ending = connect.open()
  expect(connect.getSession()).toEqual({ status: 'preparing' })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await ending).toMatchObject(notLoaded)
})

test('so does a tab that is to leave', { tags: ['F63'] }, async () => {
  const ending = createConnect(start().options).open({ presentation: 'redirect' })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await ending).toMatchObject(notLoaded)
})

test('an open popup is not closed for it: the part may come while the person is at Connect', {
  tags: ['F63'],
}, async () => {
  const popup = { closed: false, focus() {}, close: vi.fn() }
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  const connect = createConnect(start().options)
  void connect.open()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(popup.close).not.toHaveBeenCalled()
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  connect.cancel()
})
