// For tests: what every store of started sessions must do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExchangeStore } from '../src/stores/exchange-store.ts'
import type { StartedSession, StartedSessionStore } from '../src/stores/started-session-store.ts'

/** A fresh store with a clock that can be moved. */
export type StartedSessionTestStore = {
  store: StartedSessionStore & ExchangeStore
  now: () => number
  pass: (ms: number) => void
  close: () => Promise<void>
}

const limits = { maxOpen: 5, maxPerMinute: 20 }

/** Runs the contract on the stores that `open` makes, one for each test. */
export function startedSessionContract(open: () => Promise<StartedSessionTestStore>): void {
  let store: StartedSessionStore & ExchangeStore
  let now: () => number
  let pass: (ms: number) => void
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, now, pass, close } = await open())
  })
  afterEach(() => close())

  function sessionWith(keyHash: string, appSessionHash = 'app session'): StartedSession {
    return {
      keyHash,
      appSessionHash,
      bindingHash: 'cookie',
      setup: {
        tokenUrl: 'https://auth.smartcar.com/oauth/token',
        clientId: 'id',
        redirectUri: 'https://app.example.com/back',
        grantKind: 'code',
        mode: 'live',
        scope: ['required:read_odometer'],
        externalId: 'ours',
        vehicleId: null,
        vin: null,
      },
      createdMs: now(),
      expiresMs: now() + 900_000,
    }
  }
  async function openKeys(keys: readonly string[]) {
    const sessions = await Promise.all(keys.map(key => store.readStartedSession(key)))
    return sessions.filter(found => found && found.expiresMs > now()).map(found => found?.keyHash)
  }

  test('gives back exactly what was asked', { tags: ['T07'] }, async () => {
    const asked = sessionWith('a')
    expect(await store.saveStartedSession(asked, limits)).toBe(true)
    expect(await store.readStartedSession('a')).toEqual(asked)
    expect(await store.readStartedSession('b')).toBeUndefined()
  })

  test('ends the oldest of six open sessions', { tags: ['T38'] }, async () => {
    const keys = ['f', 'e', 'd', 'c', 'b', 'a']
    for (const key of keys) {
      await store.saveStartedSession(sessionWith(key), limits)
      pass(1000)
    }
    await store.saveStartedSession(sessionWith('other', 'another app session'), limits)
    expect(await openKeys([...keys, 'other'])).toEqual(['e', 'd', 'c', 'b', 'a', 'other'])
  })

  test('does not count a session whose exchange has begun, nor end it', {
    tags: ['T38'],
  }, async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await store.saveStartedSession(sessionWith(key), limits)
      if (key === 'a') {
        const claim = {
          keyHash: key,
          spentOnceHash: 'code',
          leaseMs: 1000,
          replayMs: 100_000,
          keepMs: 100_000,
        }
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
      expect(await store.saveStartedSession(sessionWith(`key ${count}`), limits)).toBe(true)
    }
    expect(await store.saveStartedSession(sessionWith('late'), limits)).toBe(false)
    expect(await store.readStartedSession('late')).toBeUndefined()
    expect(await store.saveStartedSession(sessionWith('else', 'another app session'), limits)).toBe(
      true,
    )
    pass(60_000)
    expect(await store.saveStartedSession(sessionWith('later'), limits)).toBe(true)
  })

  test('holds the limit against fifty parallel starts', { tags: ['T38'] }, async () => {
    const keys = Array.from({ length: 50 }, (_, index) => `key ${index}`)
    const starts = await Promise.all(
      keys.map(key => store.saveStartedSession(sessionWith(key), limits)),
    )
    // A database with several connections may run a handful of them at the same moment.
    const started = starts.filter(Boolean).length
    expect(started).toBeGreaterThanOrEqual(20)
    expect(started).toBeLessThan(30)
  })

  test('ends a session that was started before the clock was set back', {
    tags: ['F71'],
  }, async () => {
    await store.saveStartedSession(sessionWith('a'), limits)
    pass(-4 * 3_600_000)
    expect(await openKeys(['a'])).toEqual([])
    pass(4 * 3_600_000)
    expect(await openKeys(['a'])).toEqual(['a'])
    // The clocks of two machines may differ a little.
    pass(-30_000)
    expect(await openKeys(['a'])).toEqual(['a'])
  })

  test('locks nobody out for hours after the clock was set back', { tags: ['F71'] }, async () => {
    for (let count = 0; count < 20; count += 1) {
      await store.saveStartedSession(sessionWith(`key ${count}`), limits)
    }
    pass(-4 * 3_600_000)
    expect(await store.saveStartedSession(sessionWith('now'), limits)).toBe(true)
    expect(await openKeys(['now'])).toEqual(['now'])
  })

  test('forgets a session half an hour after its start', async () => {
    await store.saveStartedSession(sessionWith('a'), limits)
    pass(30 * 60_000)
    await store.saveStartedSession(sessionWith('b'), limits)
    expect(await store.readStartedSession('a')).toBeUndefined()
  })
}
