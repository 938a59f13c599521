// For tests: what every store of webhook events must do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebhookEventStore } from '../src/stores/webhook-event-store.ts'

/** A fresh store with a clock that can be moved. */
export type WebhookEventTestStore = {
  store: WebhookEventStore
  pass: (ms: number) => void
  close: () => Promise<void>
}

const leaseMs = 60_000
const keepMs = 3_600_000

/** Runs the contract on the stores that `open` makes, one for each test. */
export function webhookEventContract(open: () => Promise<WebhookEventTestStore>): void {
  let store: WebhookEventStore
  let pass: (ms: number) => void
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, pass, close } = await open())
  })
  afterEach(() => close())

  async function claim(eventId = 'event') {
    const claimed = await store.claimEvent(eventId, leaseMs, keepMs)
    return { status: claimed.status, lease: claimed.status === 'claimed' ? claimed.lease : '' }
  }

  test('of many copies of an event one is handled, and none after it is done', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim()))
    const [owner, ...others] = claims.sort((one, other) => (one.lease < other.lease ? 1 : -1))
    expect(owner?.status).toBe('claimed')
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['pending']))
    expect(await store.finishEvent('event', owner?.lease ?? '')).toBe(true)
    expect((await claim()).status).toBe('done')
    expect((await claim('another')).status).toBe('claimed')
  })

  test('of events that come at the same time each is decided by itself', {
    tags: ['T52'],
  }, async () => {
    const done = await claim('done')
    await store.finishEvent('done', done.lease)
    await claim('pending')
    const freed = await claim('freed')
    await store.releaseEvent('freed', freed.lease)
    const ids = Array.from({ length: 100 }, (_, number) => `event ${number}`)
    const known = [claim('freed'), claim('done'), claim('pending')]
    const fresh = await Promise.all(ids.map(id => claim(id)))
    expect((await Promise.all(known)).map(({ status }) => status)).toEqual([
      'claimed',
      'done',
      'pending',
    ])
    expect(new Set(fresh.map(({ status }) => status))).toEqual(new Set(['claimed']))
    expect(new Set(fresh.map(({ lease }) => lease)).size).toBe(ids.length)
    // The lease of another event is none, whatever is marked in the same moment.
    const marks = await Promise.all([
      store.finishEvent('event 1', fresh[2]?.lease ?? ''),
      store.finishEvent('event 2', fresh[1]?.lease ?? ''),
      ...ids.slice(3).map((id, index) => store.finishEvent(id, fresh[index + 3]?.lease ?? '')),
    ])
    expect(marks).toEqual([false, false, ...ids.slice(3).map(() => true)])
    const after = await Promise.all(ids.map(async id => (await claim(id)).status))
    expect(after).toEqual(ids.map((_, index) => (index < 3 ? 'pending' : 'done')))
  })

  test('an event that was released, or whose owner died, is handled by the next copy', async () => {
    const first = await claim()
    await store.releaseEvent('event', first.lease)
    const second = await claim()
    expect(second.status).toBe('claimed')
    pass(leaseMs - 1)
    expect((await claim()).status).toBe('pending')
    pass(1)
    const third = await claim()
    expect(third.status).toBe('claimed')
    // The owners before have lost their leases.
    for (const { lease } of [first, second]) {
      await store.releaseEvent('event', lease)
      expect(await store.finishEvent('event', lease)).toBe(false)
    }
    expect((await claim()).status).toBe('pending')
    expect(await store.finishEvent('event', third.lease)).toBe(true)
    expect(await store.finishEvent('event', third.lease)).toBe(false)
    await store.releaseEvent('event', third.lease)
    expect((await claim()).status).toBe('done')
  })

  test('a lease that was given before the clock was set back holds no more', async () => {
    await claim()
    pass(-2 * leaseMs)
    expect((await claim()).status).toBe('claimed')
  })

  test('forgets what no delivery can repeat any more', async () => {
    const { lease } = await claim()
    await store.finishEvent('event', lease)
    pass(keepMs - 1)
    expect((await claim()).status).toBe('done')
    pass(1)
    expect((await claim()).status).toBe('claimed')
  })
}
