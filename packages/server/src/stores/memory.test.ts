// The memory store's own limits; what every store must do is in the contract test.

import { expect, test } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { messageOf } from '../../test/message-of.ts'
import type { ExchangeStore } from './exchange-store.ts'
import { createMemoryStore } from './memory.ts'

function claim(name: string) {
  return {
    keyHash: `key ${name}`,
    spentOnceHash: `code ${name}`,
    leaseMs: 1000,
    replayMs: 10_000,
    keepMs: 10_000,
  }
}

async function finish(store: ExchangeStore, name: string, isSpent: boolean, limitKeyHash?: string) {
  const result = await store.claimExchange({ ...claim(name), limitKeyHash })
  if (result.status !== 'claimed') throw new Error(`${name} is ${result.status}`)
  await store.storeOutcome(`key ${name}`, result.lease, { status: 200, body: null }, isSpent)
}

test('refuses a new exchange rather than forget a spent code when it is full', {
  tags: ['T49'],
}, async () => {
  const store = createMemoryStore({ maxExchanges: 1 })
  await finish(store, 'a', true)
  const message = await messageOf(() => store.claimExchange(claim('b')))
  expect(message).toContain('Raise maxExchanges')
  expect(messageFaults(message, 'maxExchanges')).toEqual([])
})

test('makes room when an exchange has expired', async () => {
  let nowMs = 0
  const store = createMemoryStore({ maxExchanges: 1, now: () => nowMs })
  await finish(store, 'a', true)
  nowMs = 10_000
  expect(await store.claimExchange(claim('b'))).toMatchObject({ status: 'claimed' })
})

test('forgets a refused grant of the noisiest sender when it is full', {
  tags: ['T49'],
}, async () => {
  const store = createMemoryStore({ maxExchanges: 5 })
  await finish(store, 'quiet', false, 'quiet')
  await finish(store, 'spent', true, 'noisy')
  for (const name of ['1', '2', '3']) await finish(store, name, false, 'noisy')
  await finish(store, 'new', true, 'quiet')
  const known = ['quiet', 'spent', '1', '2', '3', 'new'].map(name =>
    store.readExchange(`key ${name}`),
  )
  const statuses = (await Promise.all(known)).map(({ status }) => status)
  expect(statuses).toEqual([
    'finished',
    'finished',
    'unclaimed',
    'finished',
    'finished',
    'finished',
  ])
})

test('makes room after many were refused at the same time, also for one that is honest', {
  tags: ['T49'],
}, async () => {
  const store = createMemoryStore({ maxExchanges: 2 })
  const names = ['1', '2', '3', '4', '5']
  const claims = await Promise.all(names.map(name => store.claimExchange(claim(name))))
  for (const [index, claimed] of claims.entries()) {
    const lease = claimed.status === 'claimed' ? claimed.lease : ''
    await store.storeOutcome(`key ${names[index]}`, lease, { status: 400, body: null }, false)
  }
  expect(await store.claimExchange(claim('honest'))).toMatchObject({ status: 'claimed' })
})
