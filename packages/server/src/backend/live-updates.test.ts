// Open pages: what they are told, and that none of them is kept for nothing.

import { afterEach, expect, test, vi } from 'vitest'
import { createLiveUpdates } from './live-updates.ts'

afterEach(() => vi.useRealTimers())

const heartbeat = 'event: still-here\ndata:\n\n'
const update = { type: 'signals', vehicleId: 'car' } as const

async function textOf(response: Response | undefined): Promise<string> {
  return (await response?.text()) ?? ''
}

test('tells the pages of one user, and of no other', async () => {
  const updates = createLiveUpdates()
  const gone = new AbortController()
  const ada = textOf(updates.listen('ada', gone.signal))
  const eve = textOf(updates.listen('eve', gone.signal))
  updates.publish('ada', update)
  gone.abort()
  expect(await ada).toContain('event: signals\ndata: {"type":"signals","vehicleId":"car"}')
  expect(await eve).not.toContain('car')
})

test('a user has twenty pages that listen, and one more when one has left', async () => {
  const updates = createLiveUpdates()
  const first = new AbortController()
  const others = new AbortController()
  updates.listen('ada', first.signal)
  for (let page = 1; page < 20; page += 1) updates.listen('ada', others.signal)
  expect(updates.listen('ada', others.signal)).toBeUndefined()
  expect(updates.listen('eve', others.signal)).toBeInstanceOf(Response)
  first.abort()
  expect(updates.listen('ada', others.signal)).toBeInstanceOf(Response)
  others.abort()
})

test('a page that left before it listened is not kept', async () => {
  const updates = createLiveUpdates()
  for (let page = 0; page < 50; page += 1) {
    const response = updates.listen('ada', AbortSignal.abort())
    expect(await textOf(response)).toBe(heartbeat)
  }
})

test('a page that does not read is let go', async () => {
  const updates = createLiveUpdates()
  const response = updates.listen('ada', new AbortController().signal)
  for (let more = 0; more < 1000; more += 1) updates.publish('ada', update)
  expect((await textOf(response)).split('event:').length).toBeLessThan(150)
})

test('a stream ends after minutes, so that the login is asked for again', {
  tags: ['T48'],
}, async () => {
  vi.useFakeTimers()
  const updates = createLiveUpdates()
  const text = textOf(updates.listen('ada', new AbortController().signal))
  await vi.advanceTimersByTimeAsync(6 * 60_000)
  // One at once, and one every 25 seconds: a page takes silence for the end.
  expect(await text).toBe(heartbeat.repeat(12))
  expect(vi.getTimerCount()).toBe(0)
})
