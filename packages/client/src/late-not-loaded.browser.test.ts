// The parts that come later cannot be loaded. Alone in its file, as it stays so.

import { afterEach, expect, test, vi } from 'vitest'
import { connectionOf } from '../test/connection-of.ts'
import { createConnect } from './connect.ts'
import { createSession, receiveAnswer } from './create-session.ts'
import { ConnectError } from './errors.ts'
import type { Session } from './session.ts'

vi.mock('./late.ts', () => {
  throw new Error('offline')
})

afterEach(() => vi.restoreAllMocks())

function start() {
  const exchange = vi.fn(async () => 'data')
  const told: Session[] = []
  const options = { clientId: 'app', redirectUri: `${location.origin}/redirect.html`, exchange }
  const url = new URL('https://connect.smartcar.com/oauth/authorize?response_type=code')
  const receiver = receiveAnswer(
    options,
    url,
    connectionOf(options, session => told.push(session)),
    () => 0,
  )
  const message = { type: 'smartcar-connect', id: '1,2', state: '', params: { code: 'a' } } as const
  function answer() {
    return receiver.accept(message, () => {})
  }
  return { options, receiver, exchange, told, answer }
}

test('says so when the answer comes, and keeps it for a retry', { tags: ['F63'] }, async () => {
  const { receiver, exchange, told, answer } = start()
  answer()
  const failed = { status: 'failed', error: { code: 'not_loaded' } }
  await vi.waitFor(() => expect(told).toMatchObject([failed]))
  expect(receiver.retry()).toBe(true)
  await vi.waitFor(() => expect(told).toMatchObject([failed, failed]))
  expect(exchange).not.toHaveBeenCalled()
})

test('says nothing of it once it was cancelled', { tags: ['F63', 'F52'] }, async () => {
  const { receiver, told, answer } = start()
  answer()
  receiver.stop()
  await import('./late.ts').catch(() => {})
  await new Promise(resolve => setTimeout(resolve))
  expect(told).toEqual([])
  expect(receiver.retry()).toBe(false)
})

test('once the popup is open, it is closed again, and the session ends with the cause', {
  tags: ['F63'],
}, async () => {
  const popup = { closed: false, focus() {}, close: vi.fn() }
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  const { options, told } = start()
  const session = createSession(
    options,
    connectionOf(options, now => told.push(now)),
  )
  session.open()
  await vi.waitFor(() => expect(told).toHaveLength(2))
  const error = expect.objectContaining({ code: 'not_loaded', cause: expect.any(Error) })
  expect(told).toEqual([
    { status: 'waiting', popup: 'open' },
    { status: 'failed', error },
  ])
  expect(popup.close).toHaveBeenCalledOnce()
  session.stop()
})

test('nobody goes on waiting for it', { tags: ['F63', 'F52'] }, async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { options } = start()
  await createConnect(options).open({ presentation: 'redirect' })
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('asked for ahead in vain, nothing is said before the click', { tags: ['F63'] }, async () => {
  const { options } = start()
  const connect = createConnect(options)
  connect.prepare()
  await import('./late.ts').catch(() => {})
  await new Promise(resolve => setTimeout(resolve))
  expect(connect.getSession()).toEqual({ status: 'idle' })
})

test('watching where nothing was left loads nothing', async () => {
  const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  const { options } = start()
  const stop = createConnect(options).subscribe(() => {})
  await import('./late.ts').catch(() => {})
  await new Promise(resolve => setTimeout(resolve))
  expect(reported).not.toHaveBeenCalled()
  stop()
})

test('says so when what asks for the server’s session cannot be loaded', {
  tags: ['F63'],
}, async () => {
  const connect = createConnect({ session: '/api/session', exchange: '/api/exchange' })
  const ending = await connect.open()
  expect(ending).toMatchObject({ status: 'failed', error: { code: 'not_loaded' } })
  expect(ending.status === 'failed' && ending.error).toBeInstanceOf(ConnectError)
})

test('says so when the part that leaves this tab cannot be loaded', { tags: ['F63'] }, async () => {
  const { options } = start()
  const ending = await createConnect(options).open({ presentation: 'redirect' })
  expect(ending).toMatchObject({ status: 'failed', error: { code: 'not_loaded' } })
})
