// Shared work.

import { expect, test } from 'vitest'
import { createSingleFlight } from './single-flight.ts'

test('works once for parallel callers and anew for a later one', { tags: ['T40'] }, async () => {
  const share = createSingleFlight<number>()
  let works = 0
  async function work() {
    works += 1
    return works
  }
  const parallel = await Promise.all(Array.from({ length: 50 }, () => share('a', work)))
  expect(new Set(parallel)).toEqual(new Set([1]))
  expect(await share('a', work)).toBe(2)
})

test('shares a failure and forgets it', async () => {
  const share = createSingleFlight<number>()
  function fail() {
    return Promise.reject(new Error('once'))
  }
  const both = await Promise.allSettled([share('a', fail), share('a', fail)])
  expect(both.map(result => result.status)).toEqual(['rejected', 'rejected'])
  expect(await share('a', async () => 1)).toBe(1)
})
