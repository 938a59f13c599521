// When a bucket of calls is empty, and when it has filled up.

import { expect, test } from 'vitest'
import { takeCall } from './token-bucket.ts'

const size = { capacity: 120, refillPerMinute: 2 }
const minuteMs = 60_000

test.each([
  ['a new bucket is full', undefined, 0, true, 119],
  ['the last call is allowed', { calls: 1, atMs: 0 }, 0, true, 0],
  ['an empty one refuses', { calls: 0, atMs: 0 }, 0, false, 0],
  ['a part of a call is not enough', { calls: 0, atMs: 0 }, 0.25 * minuteMs, false, 0.5],
  ['half a minute brings one back', { calls: 0, atMs: 0 }, 0.5 * minuteMs, true, 0],
  ['a minute brings two', { calls: 0, atMs: 0 }, minuteMs, true, 1],
  ['it holds no more than its size', { calls: 100, atMs: 0 }, 60 * minuteMs, true, 119],
  ['a clock that went back brings nothing', { calls: 0, atMs: minuteMs }, 0, false, 0],
])('%s', (_, bucket, nowMs, ok, calls) => {
  expect(takeCall(bucket, nowMs, size)).toMatchObject({ ok, bucket: { calls, atMs: nowMs } })
})

test.each([
  [0, 30],
  [0.5, 15],
  [0.99, 1],
])('with %s calls left, the next one comes after %s seconds', (calls, retryAfterSeconds) => {
  expect(takeCall({ calls, atMs: 0 }, 0, size)).toMatchObject({ ok: false, retryAfterSeconds })
})
