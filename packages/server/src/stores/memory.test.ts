// The memory store's own limits; what every store must do is in the contract test.
import { expect, test } from 'vitest'
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
  await expect(store.claimExchange(claim('b'))).rejects.toThrow(/maxExchanges/)
})

test('makes room when an exchange has expired', async () => {
  let nowMs = 0
  const store = createMemoryStore({ maxExchanges: 1, now: () => nowMs })
  await store.claimExchange(claim('a'))
  nowMs = 10_000
  expect(await store.claimExchange(claim('b'))).toMatchObject({ status: 'claimed' })
})
