// Work that fails keeps the worker no shorter awake.

import { expect, test } from 'vitest'
import { createPendingWork } from './pending-work.ts'

test('waits for later work, after earlier work has failed', async () => {
  const work = createPendingWork()
  work.add(Promise.reject(new Error('the cache is full')))
  await work.ended()
  let isWritten = false
  work.add(Promise.resolve().then(() => (isWritten = true)))
  await work.ended()
  expect(isWritten).toBe(true)
})
