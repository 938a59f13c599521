// For tests: what every store of exchanges must do.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExchangeStore } from '../exchange-store.ts'

/** A fresh store with a clock that can be moved. */
export type ExchangeTestStore = {
  store: ExchangeStore
  pass: (ms: number) => void
  close: () => Promise<void>
}

const claim = { keyHash: 'key', codeHash: 'code', leaseMs: 1000, keepMs: 10_000 }
const outcome = { status: 200, body: '{"cars":[]}' }

/** Runs the contract on the stores that `open` makes, one for each test. */
export const exchangeContract = (open: () => Promise<ExchangeTestStore>): void => {
  let store: ExchangeStore
  let pass: (ms: number) => void
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, pass, close } = await open())
  })
  afterEach(() => close())

  const claimed = async (): Promise<string> => {
    const result = await store.claimExchange(claim)
    if (result.status !== 'claimed') throw new Error(`expected a claim, got ${result.status}`)
    return result.lease
  }

  test('T08 gives one of fifty callers the claim', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => store.claimExchange(claim)))
    expect(results.filter(result => result.status === 'claimed')).toHaveLength(1)
    expect(results.filter(result => result.status === 'pending')).toHaveLength(49)
  })

  test('T09 refuses a code under another key, and a key with another code', async () => {
    await claimed()
    const conflict = { status: 'conflict' }
    expect(await store.claimExchange({ ...claim, keyHash: 'other' })).toEqual(conflict)
    expect(await store.claimExchange({ ...claim, codeHash: 'other' })).toEqual(conflict)
  })

  test('T09 refuses a known key with another known code', async () => {
    await claimed()
    await store.claimExchange({ ...claim, keyHash: 'key 2', codeHash: 'code 2' })
    expect(await store.claimExchange({ ...claim, codeHash: 'code 2' })).toEqual({
      status: 'conflict',
    })
  })

  test('F24 replays a finished outcome', async () => {
    expect(await store.finishExchange('key', await claimed(), outcome)).toBe(true)
    expect(await store.claimExchange(claim)).toEqual({ status: 'finished', outcome })
    expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome })
  })

  test('F24 replays an outcome without a body', async () => {
    const empty = { status: 204, body: null }
    await store.finishExchange('key', await claimed(), empty)
    expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome: empty })
  })

  test('F26 lets exactly one caller claim what was released', async () => {
    await store.releaseExchange('key', await claimed())
    expect(await store.readExchange('key')).toEqual({ status: 'released' })
    const results = await Promise.all([store.claimExchange(claim), store.claimExchange(claim)])
    expect(results.map(result => result.status).sort()).toEqual(['claimed', 'pending'])
  })

  test('F27 never gives an abandoned claim to anyone else', async () => {
    const lease = await claimed()
    pass(1000)
    expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
    expect(await store.readExchange('key')).toEqual({ status: 'abandoned' })
    expect(await store.finishExchange('key', lease, outcome)).toBe(false)
    expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
  })

  test('ignores a foreign lease', async () => {
    await claimed()
    expect(await store.finishExchange('key', 'other', outcome)).toBe(false)
    await store.releaseExchange('key', 'other')
    expect(await store.readExchange('key')).toEqual({ status: 'pending' })
  })

  test('never changes or releases a finished exchange', async () => {
    const lease = await claimed()
    await store.finishExchange('key', lease, outcome)
    expect(await store.finishExchange('key', lease, { status: 500, body: null })).toBe(false)
    await store.releaseExchange('key', lease)
    expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome })
  })

  test('forgets an exchange after its time', async () => {
    await store.finishExchange('key', await claimed(), outcome)
    pass(10_000)
    expect(await store.readExchange('key')).toEqual({ status: 'released' })
    expect(await store.claimExchange(claim)).toMatchObject({ status: 'claimed' })
  })
}
