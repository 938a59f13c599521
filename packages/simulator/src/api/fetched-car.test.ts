// When the provider fetched a vehicle last.

import { expect, test } from 'vitest'
import { fetchedEveryMs, lastFetchMs } from './fetched-car.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

test.each([
  ['a vehicle is fetched once a day', true, false, dayMs],
  ['a watched one every few minutes', true, true, 5 * minuteMs],
  ['one that cannot be reached never', false, true, Number.POSITIVE_INFINITY],
])('%s', (_, isReachable, isWatched, everyMs) => {
  expect(fetchedEveryMs(isReachable, isWatched)).toBe(everyMs)
})

test.each([
  ['at once', 0, 0, dayMs, 0],
  ['just before a day is over', 0, dayMs - 1, dayMs, 0],
  ['after a day', 0, dayMs, dayMs, dayMs],
  ['after two days and a half', 0, 2.5 * dayMs, dayMs, 2 * dayMs],
  ['counted from the earlier fetch', 7 * minuteMs, 13 * minuteMs, 5 * minuteMs, 12 * minuteMs],
  ['never again', 1, 100 * dayMs, Number.POSITIVE_INFINITY, 1],
  ['with a clock that went back', dayMs, 5, dayMs, 5],
])('%s', (_, earlierMs, nowMs, everyMs, lastMs) => {
  expect(lastFetchMs(earlierMs, nowMs, everyMs)).toBe(lastMs)
})
