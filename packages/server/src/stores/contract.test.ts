// What every store must do, run on each of them.
import { expect, test } from 'vitest'
import { createMemoryStore } from './memory.ts'

const claim = { keyHash: 'key', codeHash: 'code', leaseMs: 1000, keepMs: 10_000 }
const outcome = { status: 200, body: '{"cars":[]}' }

const create = () => {
  let nowMs = 1_700_000_000_000
  const store = createMemoryStore({ now: () => nowMs })
  const pass = (ms: number) => {
    nowMs += ms
  }
  const claimed = async () => {
    const result = await store.claimExchange(claim)
    if (result.status !== 'claimed') throw new Error(`expected a claim, got ${result.status}`)
    return result.lease
  }
  return { store, pass, claimed }
}

test('T08 gives one of fifty callers the claim', async () => {
  const { store } = create()
  const results = await Promise.all(Array.from({ length: 50 }, () => store.claimExchange(claim)))
  expect(results.filter(result => result.status === 'claimed')).toHaveLength(1)
  expect(results.filter(result => result.status === 'pending')).toHaveLength(49)
})

test('T09 refuses a code under another key, and a key with another code', async () => {
  const { store, claimed } = create()
  await claimed()
  expect(await store.claimExchange({ ...claim, keyHash: 'other' })).toEqual({ status: 'conflict' })
  expect(await store.claimExchange({ ...claim, codeHash: 'other' })).toEqual({ status: 'conflict' })
})

test('F24 replays a finished outcome', async () => {
  const { store, claimed } = create()
  expect(await store.finishExchange('key', await claimed(), outcome)).toBe(true)
  expect(await store.claimExchange(claim)).toEqual({ status: 'finished', outcome })
  expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome })
})

test('F26 lets exactly one caller claim what was released', async () => {
  const { store, claimed } = create()
  await store.releaseExchange('key', await claimed())
  expect(await store.readExchange('key')).toEqual({ status: 'released' })
  const results = await Promise.all([store.claimExchange(claim), store.claimExchange(claim)])
  expect(results.map(result => result.status).sort()).toEqual(['claimed', 'pending'])
})

test('F27 never gives an abandoned claim to anyone else', async () => {
  const { store, pass, claimed } = create()
  const lease = await claimed()
  pass(1000)
  expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
  expect(await store.finishExchange('key', lease, outcome)).toBe(false)
  expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
})

test('ignores a foreign lease', async () => {
  const { store, claimed } = create()
  await claimed()
  expect(await store.finishExchange('key', 'other', outcome)).toBe(false)
  await store.releaseExchange('key', 'other')
  expect(await store.readExchange('key')).toEqual({ status: 'pending' })
})

test('forgets an exchange after its time', async () => {
  const { store, pass, claimed } = create()
  await store.finishExchange('key', await claimed(), outcome)
  pass(10_000)
  expect(await store.readExchange('key')).toEqual({ status: 'released' })
  expect(await store.claimExchange(claim)).toMatchObject({ status: 'claimed' })
})
