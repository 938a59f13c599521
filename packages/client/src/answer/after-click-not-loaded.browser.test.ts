// The parts that come later cannot be loaded. Alone in its file, as it stays so.

import { afterEach, expect, test, vi } from 'vitest'
import { createConnect } from '../connect.ts'
import { ConnectError } from '../errors.ts'
import { createAttempt } from '../open-session.ts'
import type { Session } from '../session.ts'

vi.mock('./after-click.ts', () => {
  throw new Error('offline')
})

vi.mock('../server-session/started-sessions.ts', () => {
  throw new Error('offline')
})

afterEach(() => vi.restoreAllMocks())

function start() {
  const exchange = vi.fn(async () => 'data')
  const told: Session[] = []
  const options = { clientId: 'app', redirectUri: `${location.origin}/redirect.html`, exchange }
  const attempt = createAttempt(options, session => told.push(session))
  const message = { type: 'smartcar-connect', id: '1,2', state: '', params: { code: 'a' } } as const
  return { attempt, exchange, told, answer: () => attempt.take(message, () => {}) }
}

test('says so when the answer comes, and keeps it for a retry', { tags: ['F22'] }, async () => {
  const { attempt, exchange, told, answer } = start()
  answer()
  const failed = { status: 'failed', error: { code: 'network_error' } }
  await vi.waitFor(() => expect(told).toMatchObject([failed]))
  expect(attempt.retry()).toBe(true)
  await vi.waitFor(() => expect(told).toMatchObject([failed, failed]))
  expect(exchange).not.toHaveBeenCalled()
})

test('says nothing of it once it was cancelled', { tags: ['F22', 'F52'] }, async () => {
  const { attempt, told, answer } = start()
  answer()
  attempt.stop()
  await import('./after-click.ts').catch(() => {})
  await new Promise(resolve => setTimeout(resolve))
  expect(told).toEqual([])
  expect(attempt.retry()).toBe(false)
})

test('a popup opens all the same, and is waited for', { tags: ['F22'] }, async () => {
  const popup = { closed: false, focus() {}, close() {} } as unknown as Window
  vi.spyOn(window, 'open').mockReturnValue(popup)
  const { attempt, told } = start()
  attempt.open()
  await import('./after-click.ts').catch(() => {})
  await new Promise(resolve => setTimeout(resolve))
  expect(told).toEqual([{ status: 'waiting', popup: 'open' }])
  attempt.stop()
})

test('says so when what asks for the server’s session cannot be loaded', {
  tags: ['F22'],
}, async () => {
  const connect = createConnect({ session: '/api/session', exchange: '/api/exchange' })
  const ending = await connect.open()
  expect(ending).toMatchObject({ status: 'failed', error: { code: 'network_error' } })
  expect(ending.status === 'failed' && ending.error).toBeInstanceOf(ConnectError)
})
