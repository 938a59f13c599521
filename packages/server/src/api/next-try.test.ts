// Which failed calls are made again, and when.

import { expect, test } from 'vitest'
import { nextTryMs } from './next-try.ts'
import { SmartcarApiError, type SmartcarApiErrorDetails } from './smartcar-api-error.ts'

function wait(details: SmartcarApiErrorDetails, isCommand = false, tries = 1): number | undefined {
  const error = new SmartcarApiError('failed', details)
  return nextTryMs({ error, tries, isCommand, jitter: 1 })
}

test.each<[what: string, SmartcarApiErrorDetails, reading?: number, command?: number]>([
  ['turned away, with a time', { failure: 'refused', status: 429, retryAfterMs: 7 }, 7, 7],
  ['turned away, without one', { failure: 'refused', status: 429 }, 1000, 1000],
  [
    'turned away, with no time to wait',
    { failure: 'refused', status: 429, retryAfterMs: 0 },
    1000,
    1000,
  ],
  ['busy, with no time to wait', { failure: 'refused', status: 503, retryAfterMs: 0 }, 1000],
  ['the plan’s limit', { failure: 'refused', status: 430, retryAfterMs: 7 }],
  ['nothing was sent', { failure: 'unreachable' }, 1000, 1000],
  ['the provider is broken', { failure: 'refused', status: 500 }, 1000],
  ['the maker is', { failure: 'refused', status: 502 }, 1000],
  ['busy, with a time', { failure: 'refused', status: 503, retryAfterMs: 9 }, 9],
  ['the gateway gave up', { failure: 'refused', status: 504 }, 1000],
  ['the connection broke', { failure: 'unreadable' }, 1000],
  ['a page of a proxy', { failure: 'unreadable', status: 200 }],
  ['no answer in time', { failure: 'timeout' }],
  ['the car cannot', { failure: 'refused', status: 501 }],
  ['the car is asleep', { failure: 'refused', status: 409 }],
  ['not found', { failure: 'refused', status: 404 }],
])('%s', (_what, details, reading, command) => {
  expect([wait(details), wait(details, true)]).toEqual([reading, command])
})

test('pauses double, up to a minute, and differ from caller to caller', () => {
  const busy = { failure: 'refused', status: 429 } as const
  expect([1, 2, 3, 7, 50].map(tries => wait(busy, false, tries))).toEqual([
    1000, 2000, 4000, 60_000, 60_000,
  ])
  const error = new SmartcarApiError('failed', busy)
  expect(nextTryMs({ error, tries: 1, isCommand: false, jitter: 0 })).toBe(500)
})

test('what is broken is tried three times', () => {
  const broken = { failure: 'refused', status: 500 } as const
  expect([2, 3].map(tries => wait(broken, false, tries))).toEqual([2000, undefined])
})
