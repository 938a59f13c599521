// The memory store's own limits; what every store must do is in the contract test.

import { expect, test } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { messageOf } from '../../test/message-of.ts'
import { createMemoryStore } from './memory.ts'

function claim(name: string) {
  return {
    keyHash: `key ${name}`,
    spentOnceHash: `code ${name}`,
    leaseMs: 1000,
    keepMs: 10_000,
  }
}

test('refuses a new exchange rather than forget a code when it is full', async () => {
  const store = createMemoryStore({ maxExchanges: 1 })
  await store.claimExchange(claim('a'))
  const message = await messageOf(() => store.claimExchange(claim('b')))
  expect(message).toContain('Raise maxExchanges')
  expect(messageFaults(message, 'maxExchanges')).toEqual([])
})

test('makes room when an exchange has expired', async () => {
  let nowMs = 0
  const store = createMemoryStore({ maxExchanges: 1, now: () => nowMs })
  await store.claimExchange(claim('a'))
  nowMs = 10_000
  expect(await store.claimExchange(claim('b'))).toMatchObject({ status: 'claimed' })
})
