// The whole list of a person's connections, or none of it.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Connection } from '../api/resources.ts'
import type { SmartcarApi } from '../api/smartcar-api-contract.ts'
import { listConnections } from './list-connections.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => vi.useRealTimers())

test('a list that leads on for ever is given up, and not read on behind the caller’s back', {
  tags: ['T36'],
}, async () => {
  let read = 0
  async function* connections(): AsyncGenerator<Connection, void, undefined> {
    for (; read < 100; read += 1) {
      vi.advanceTimersByTime(1000)
      yield {} as Connection
    }
  }
  const listing = listConnections({ connections } as unknown as SmartcarApi, { userId: 'ada' })
  await expect(listing).rejects.toMatchObject({ step: 'provider.readConnections' })
  await new Promise(resolve => setImmediate(resolve))
  expect(read).toBeLessThan(10)
})
