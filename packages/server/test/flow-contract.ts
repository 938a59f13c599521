// For tests: what every store of started sessions must do.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExchangeStore } from '../src/stores/exchange-store.ts'
import type { Flow, FlowStore } from '../src/stores/flow-store.ts'

/** A fresh store with a clock that can be moved. */
export type FlowTestStore = {
  store: FlowStore & ExchangeStore
  now: () => number
  pass: (ms: number) => void
  close: () => Promise<void>
}

const limits = { maxOpen: 5, maxPerMinute: 20 }

/** Runs the contract on the stores that `open` makes, one for each test. */
export function flowContract(open: () => Promise<FlowTestStore>): void {
  let store: FlowStore & ExchangeStore
  let now: () => number
  let pass: (ms: number) => void
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, now, pass, close } = await open())
  })
  afterEach(() => close())

  function flow(keyHash: string, sessionHash = 'session'): Flow {
    return {
      keyHash,
      sessionHash,
      bindingHash: 'cookie',
      setup: {
        tokenUrl: 'https://auth.smartcar.com/oauth/token',
        clientId: 'id',
        redirectUri: 'https://app.example.com/back',
        responseType: 'code',
        mode: 'live',
        scope: ['required:read_odometer'],
        externalId: 'ours',
        vehicleId: null,
      },
      createdMs: now(),
      expiresMs: now() + 900_000,
    }
  }
  async function openKeys(keys: readonly string[]) {
    const flows = await Promise.all(keys.map(key => store.readFlow(key)))
    return flows.filter(found => found && found.expiresMs > now()).map(found => found?.keyHash)
  }

  test('gives back exactly what was asked', { tags: ['T07'] }, async () => {
    const asked = flow('a')
    expect(await store.openFlow(asked, limits)).toBe(true)
    expect(await store.readFlow('a')).toEqual(asked)
    expect(await store.readFlow('b')).toBeUndefined()
  })

  test('ends the oldest of six open sessions', { tags: ['T38'] }, async () => {
    const keys = ['f', 'e', 'd', 'c', 'b', 'a']
    for (const key of keys) {
      await store.openFlow(flow(key), limits)
      pass(1000)
    }
    await store.openFlow(flow('other', 'another session'), limits)
    expect(await openKeys([...keys, 'other'])).toEqual(['e', 'd', 'c', 'b', 'a', 'other'])
  })

  test('does not count a session whose exchange has begun, nor end it', {
    tags: ['T38'],
  }, async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await store.openFlow(flow(key), limits)
      if (key === 'a') {
        const claim = { keyHash: key, codeHash: 'code', leaseMs: 1000, keepMs: 100_000 }
        await store.claimExchange(claim)
      }
      pass(1000)
    }
    expect(await openKeys(['a', 'b', 'c', 'd', 'e', 'f'])).toHaveLength(6)
  })

  test('refuses the twenty-first within a minute, and only that app session', {
    tags: ['T38'],
  }, async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await store.openFlow(flow(`key ${count}`), limits)).toBe(true)
    }
    expect(await store.openFlow(flow('late'), limits)).toBe(false)
    expect(await store.readFlow('late')).toBeUndefined()
    expect(await store.openFlow(flow('else', 'another session'), limits)).toBe(true)
    pass(60_000)
    expect(await store.openFlow(flow('later'), limits)).toBe(true)
  })

  test('holds the limit against fifty parallel starts', { tags: ['T38'] }, async () => {
    const keys = Array.from({ length: 50 }, (_, index) => `key ${index}`)
    const starts = await Promise.all(keys.map(key => store.openFlow(flow(key), limits)))
    // A database with several connections may run a handful of them at the same moment.
    const started = starts.filter(Boolean).length
    expect(started).toBeGreaterThanOrEqual(20)
    expect(started).toBeLessThan(30)
  })

  test('forgets a flow half an hour after its start', async () => {
    await store.openFlow(flow('a'), limits)
    pass(30 * 60_000)
    await store.openFlow(flow('b'), limits)
    expect(await store.readFlow('a')).toBeUndefined()
  })
}
