// The wait before a next try: growing, bounded, and as the backend wants it.

import { expect, test } from 'vitest'
import { retryDelayMs } from './retry-delay.ts'

test.each<[failures: number, retryAfterSeconds: number | undefined, random: number, ms: number]>([
  [0, undefined, 1, 1000],
  [0, undefined, 0, 500],
  [1, undefined, 1, 2000],
  [5, undefined, 1, 32_000],
  [9, undefined, 1, 300_000],
  [2000, undefined, 1, 300_000],
  [0, 30, 1, 31_000],
  [0, 30, 0, 30_500],
  [0, 0, 1, 1000],
  [0, 1e12, 1, 2_147_483_647],
])('after %s failures, Retry-After %s and chance %s: %s ms', (failures, seconds, random, ms) => {
  expect(retryDelayMs(failures, seconds, random)).toBe(ms)
})
