// Moving the clock.

import { expect, test } from 'vitest'
import { readClockMove } from './clock.ts'

test.each([
  [{ advanceMs: 500 }, 600],
  [{ advanceMs: '-600' }, -500],
  [{ now: 5000 }, 4100],
  [{ now: '1970-01-01T00:00:05Z' }, 4100],
  [{ advanceMs: 0.25 }, 100],
  [{ now: 5000.75 }, 4101],
  [{ reset: true }, 0],
  [{ reset: 'true', advanceMs: 7 }, 0],
])('%o moves the offset to %i', (wish, offsetMs) => {
  // It is 1000 by the moved clock, which is 100 ahead.
  expect(readClockMove(wish, 1000, 100)).toEqual({ ok: true, offsetMs })
})

test.each([{}, { advanceMs: 'soon' }, { now: 'tomorrow' }, { advanceMs: null }, { now: 1e300 }])(
  'refuses %o',
  wish => {
    expect(readClockMove(wish, 1000, 100)).toEqual({ ok: false, problem: expect.any(String) })
  },
)
