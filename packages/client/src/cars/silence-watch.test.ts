// A stream that ended without a word: it is noticed where there was a heartbeat, and only there.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idsOf, leaf, niro, openCarsPage, Stream } from '../../test/open-cars-page.ts'

let page: ReturnType<typeof openCarsPage>

beforeEach(() => {
  vi.useFakeTimers()
  page = openCarsPage()
})
afterEach(() => page.leave())

async function listening() {
  const parts = page.show()
  await vi.advanceTimersByTimeAsync(0)
  return parts
}

test('a stream that ended without a word left the page without updates for good', async () => {
  const { cars, onUpdate } = await listening()
  Stream.opened[0]?.send('still-here', '')
  await vi.advanceTimersByTimeAsync(62_499)
  expect(page.open()).toEqual([Stream.opened[0]])
  page.answer = () => Response.json([niro, leaf])
  await vi.advanceTimersByTimeAsync(1)
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
  expect(page.open()).toEqual([Stream.opened[1]])
  expect(onUpdate).not.toHaveBeenCalled()
  Stream.opened[1]?.onopen()
  expect(onUpdate.mock.calls).toEqual([[{ type: 'resumed' }]])
  // The new one has not told yet that it has a heartbeat.
  await vi.advanceTimersByTimeAsync(1000)
  expect(vi.getTimerCount()).toBe(0)
})

test('a backend that is gone is asked again after a growing wait', async () => {
  await listening()
  Stream.opened[0]?.send('still-here', '')
  page.answer = () => new Response(null, { status: 502 })
  await vi.advanceTimersByTimeAsync(62_500 + 60_000)
  expect(page.open()).toEqual([])
  page.answer = () => Response.json([niro])
  await vi.advanceTimersByTimeAsync(64_000)
  expect(page.open()).toHaveLength(1)
})

test('a backend whose heartbeat is a comment is never taken for silent', async () => {
  await listening()
  Stream.opened[0]?.send('signals')
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(Stream.opened).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test.each(['still-here', 'signals'])('%s is a sign of life', async type => {
  await listening()
  const [stream] = Stream.opened
  stream?.send('still-here', '')
  for (let more = 0; more < 5; more += 1) {
    await vi.advanceTimersByTimeAsync(60_000)
    stream?.send(type)
  }
  expect(Stream.opened).toEqual([stream])
})

test('nothing is expected of a stream that is interrupted, nor after the last one has stopped', async () => {
  const { stop } = await listening()
  const [stream] = Stream.opened
  stream?.send('still-here', '')
  expect(vi.getTimerCount()).toBe(1)
  if (stream) stream.readyState = 0
  stream?.onerror()
  expect(vi.getTimerCount()).toBe(0)
  stream?.send('still-here', '')
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
