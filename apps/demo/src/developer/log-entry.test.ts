// What the event log says about a session.

import { ConnectError } from 'smartcar-connect'
import { expect, test } from 'vitest'
import { logEntry } from './log-entry.ts'

function countOf({ cars }: { cars: readonly unknown[] }): number {
  return cars.length
}

const at = new Date('2026-05-04T10:20:30.400Z')

test('keeps when it happened, and in which order', () => {
  expect(logEntry({ status: 'idle' }, countOf, 7, at)).toEqual({
    number: 7,
    at,
    status: 'idle',
    details: [],
  })
})

test('says whether the popup can be seen', () => {
  const { details } = logEntry({ status: 'waiting', popup: 'lost' }, countOf, 1, at)
  expect(details).toEqual([['popup', 'lost']])
})

test('shows the grant and leaves out what it does not hold', () => {
  const grant = { userId: 'user-1', vehicleId: undefined }
  const { details } = logEntry({ status: 'exchanging', grant }, countOf, 1, at)
  expect(details).toEqual([['userId', 'user-1']])
})

test('counts the cars instead of listing them', () => {
  const { details } = logEntry(
    { status: 'connected', grant: {}, data: { cars: [] } },
    countOf,
    1,
    at,
  )
  expect(details).toEqual([['cars', '0']])
})

test('names the code of an error and what the backend said about it', () => {
  const problem = { title: 'Bad Gateway', detail: 'The provider gave no usable answer.' }
  const error = new ConnectError('exchange_failed', { status: 502, problem })
  const { details } = logEntry({ status: 'failed', error }, countOf, 1, at)
  expect(details).toEqual([
    ['code', 'exchange_failed'],
    ['status', '502'],
    ['problem', 'The provider gave no usable answer.'],
  ])
})
