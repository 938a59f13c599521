// Each change is told in a sentence, with the calls that the app gets, and without a secret.

import { expect, test } from 'vitest'
import { ConnectError, type Session } from '../../src/index.ts'
import { tellEvent } from './tell-event.ts'

const grant = { userId: 'u1', state: 'mine' }
const sessions: readonly Session[] = [
  { status: 'idle' },
  { status: 'preparing' },
  { status: 'waiting', popup: 'open' },
  { status: 'waiting', popup: 'lost' },
  { status: 'redirecting' },
  { status: 'exchanging', grant },
  { status: 'connected', grant, data: [{ id: 'v1' }] },
  { status: 'cancelled', reason: 'popup_closed' },
  { status: 'cancelled', reason: 'superseded' },
  { status: 'failed', error: new ConnectError('exchange_failed', { status: 502 }) },
]

test.each(sessions)('tells of $status in plain words', session => {
  const { title, sentence, calls } = tellEvent(session)
  expect(title).toMatch(/^[A-Z][\w ]+$/)
  expect(sentence).toMatch(/^[A-Z].*[.]$/)
  expect(`${title} ${sentence}`).not.toMatch(/undefined|exchange_|popup_|grant/)
  expect(calls[0]).toContain(`onEvent({"status":"${session.status}"`)
})

test('shows the callbacks of each ending with what they get', () => {
  const calls = sessions.map(session => tellEvent(session).calls.slice(1))
  expect(calls.flat()).toEqual([
    'onSuccess([{"id":"v1"}], {"userId":"u1","state":"mine"})',
    'onCancel("popup_closed")',
    'onCancel("superseded")',
    'onError({"code":"exchange_failed","status":502})',
  ])
})
