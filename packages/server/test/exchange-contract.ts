// For tests: what every store of exchanges must do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExchangeStore } from '../src/stores/exchange-store.ts'

/** A fresh store with a clock that can be moved. */
export type ExchangeTestStore = {
  store: ExchangeStore
  pass: (ms: number) => void
  close: () => Promise<void>
}

const claim = {
  keyHash: 'key',
  spentOnceHash: 'code',
  leaseMs: 1000,
  replayMs: 10_000,
  keepMs: 10_000,
}
const outcome = { status: 200, body: '{"cars":[]}' }

/** Runs the contract on the stores that `open` makes, one for each test. */
export function exchangeContract(open: () => Promise<ExchangeTestStore>): void {
  let store: ExchangeStore
  let pass: (ms: number) => void
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, pass, close } = await open())
  })
  afterEach(() => close())

  async function claimed(): Promise<string> {
    const result = await store.claimExchange(claim)
    if (result.status !== 'claimed') throw new Error(`expected a claim, got ${result.status}`)
    return result.lease
  }

  test('gives one of fifty callers the claim', { tags: ['T08'] }, async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => store.claimExchange(claim)))
    expect(results.filter(result => result.status === 'claimed')).toHaveLength(1)
    expect(results.filter(result => result.status === 'pending')).toHaveLength(49)
  })

  test('refuses a code under another key, and a key with another code', {
    tags: ['T09'],
  }, async () => {
    await claimed()
    const conflict = { status: 'conflict' }
    expect(await store.claimExchange({ ...claim, keyHash: 'other' })).toEqual(conflict)
    expect(await store.claimExchange({ ...claim, spentOnceHash: 'other' })).toEqual(conflict)
  })

  test('refuses a known key with another known code', { tags: ['T09'] }, async () => {
    await claimed()
    await store.claimExchange({ ...claim, keyHash: 'key 2', spentOnceHash: 'code 2' })
    expect(await store.claimExchange({ ...claim, spentOnceHash: 'code 2' })).toEqual({
      status: 'conflict',
    })
  })

  test('replays a finished outcome', { tags: ['F24'] }, async () => {
    expect(await store.storeOutcome('key', await claimed(), outcome)).toBe(true)
    expect(await store.claimExchange(claim)).toEqual({ status: 'finished', outcome })
    expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome })
  })

  test('replays an outcome without a body', { tags: ['F24'] }, async () => {
    const empty = { status: 204, body: null }
    await store.storeOutcome('key', await claimed(), empty)
    expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome: empty })
  })

  test('lets exactly one caller claim what was released', { tags: ['F26'] }, async () => {
    await store.releaseExchange('key', await claimed())
    expect(await store.readExchange('key')).toEqual({ status: 'unclaimed' })
    const results = await Promise.all([store.claimExchange(claim), store.claimExchange(claim)])
    expect(results.map(result => result.status).sort()).toEqual(['claimed', 'pending'])
  })

  test('never gives an abandoned claim to anyone else', { tags: ['F27'] }, async () => {
    await claimed()
    pass(1000)
    expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
    expect(await store.readExchange('key')).toEqual({ status: 'abandoned' })
    expect(await store.storeOutcome('key', 'other', outcome)).toBe(false)
    expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
  })

  test('stores the outcome of its holder although the clock was set forward meanwhile', {
    tags: ['F71'],
  }, async () => {
    const lease = await claimed()
    pass(5000)
    expect(await store.storeOutcome('key', lease, outcome)).toBe(true)
    expect(await store.claimExchange(claim)).toEqual({ status: 'finished', outcome })
  })

  test('makes nobody wait for a holder that died before the clock was set back four hours', {
    tags: ['F71'],
  }, async () => {
    await claimed()
    pass(-4 * 3_600_000)
    expect(await store.readExchange('key')).toEqual({ status: 'abandoned' })
    expect(await store.claimExchange(claim)).toEqual({ status: 'abandoned' })
    pass(4 * 3_600_000 - 500)
    expect(await store.readExchange('key')).toEqual({ status: 'pending' })
  })

  test('lets exactly one caller go on with what is held', { tags: ['F73'] }, async () => {
    expect(await store.holdExchange('key', 'other', 'sealed')).toBe(false)
    expect(await store.holdExchange('key', await claimed(), 'sealed')).toBe(true)
    expect(await store.claimExchange({ ...claim, spentOnceHash: 'other' })).toEqual({
      status: 'conflict',
    })
    const results = await Promise.all(Array.from({ length: 20 }, () => store.claimExchange(claim)))
    const resumed = results.flatMap(result => (result.status === 'resumed' ? [result] : []))
    expect(resumed).toMatchObject([{ held: 'sealed' }])
    expect(results.filter(result => result.status === 'pending')).toHaveLength(19)
    const lease = resumed[0]?.lease ?? ''
    expect(await store.storeOutcome('key', lease, outcome)).toBe(true)
    expect(await store.claimExchange(claim)).toEqual({ status: 'finished', outcome })
  })

  test('lets another caller go on when the one that went on died', { tags: ['F73'] }, async () => {
    await store.holdExchange('key', await claimed(), 'sealed')
    const first = await store.claimExchange(claim)
    pass(1000)
    const second = await store.claimExchange(claim)
    expect([first, second]).toMatchObject([{ status: 'resumed' }, { status: 'resumed' }])
    expect(first).not.toEqual(second)
  })

  test('forgets an outcome, and what is held, long before the hash of the code', {
    tags: ['T54'],
  }, async () => {
    const long = { ...claim, keepMs: 100_000 }
    const first = await store.claimExchange(long)
    await store.storeOutcome('key', 'lease' in first ? first.lease : '', outcome)
    const held = await store.claimExchange({ ...long, keyHash: 'k2', spentOnceHash: 'c2' })
    await store.holdExchange('k2', 'lease' in held ? held.lease : '', 'sealed')
    pass(10_000)
    expect(await store.readExchange('key')).toEqual({ status: 'abandoned' })
    expect(await store.claimExchange(long)).toEqual({ status: 'abandoned' })
    expect(await store.claimExchange({ ...long, keyHash: 'k2', spentOnceHash: 'c2' })).toEqual({
      status: 'abandoned',
    })
    expect(await store.claimExchange({ ...long, keyHash: 'other' })).toEqual({ status: 'conflict' })
    pass(90_000)
    expect(await store.readExchange('key')).toEqual({ status: 'unclaimed' })
  })

  test('ignores a foreign lease', async () => {
    await claimed()
    expect(await store.storeOutcome('key', 'other', outcome)).toBe(false)
    await store.releaseExchange('key', 'other')
    expect(await store.readExchange('key')).toEqual({ status: 'pending' })
  })

  test('never changes or releases a finished exchange', async () => {
    const lease = await claimed()
    await store.storeOutcome('key', lease, outcome)
    expect(await store.storeOutcome('key', lease, { status: 500, body: null })).toBe(false)
    await store.releaseExchange('key', lease)
    expect(await store.readExchange('key')).toEqual({ status: 'finished', outcome })
  })

  test('forgets an exchange after its time', async () => {
    await store.storeOutcome('key', await claimed(), outcome)
    pass(10_000)
    expect(await store.readExchange('key')).toEqual({ status: 'unclaimed' })
    expect(await store.claimExchange(claim)).toMatchObject({ status: 'claimed' })
  })
  test('forgets with the outcome what the provider refused', { tags: ['T49'] }, async () => {
    expect(await store.storeOutcome('key', await claimed(), outcome, false)).toBe(true)
    expect(await store.claimExchange(claim)).toEqual({ status: 'finished', outcome })
    pass(10_000)
    expect(await store.claimExchange({ ...claim, keyHash: 'later' })).toMatchObject({
      status: 'claimed',
    })
  })
}
