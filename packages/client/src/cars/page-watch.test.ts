// A page that is hidden has no stream, and one that is shown or online again has missed nothing.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idsOf, leaf, niro, openCarsPage, Stream, settled } from '../../test/open-cars-page.ts'
import { createConnectedCars } from './create-connected-cars.ts'

/** What a page has that hears of changes, and how many listen to it. */
class Target {
  readonly listeners = new Set<() => void>()
  readonly addEventListener = (_: string, listener: () => void) => this.listeners.add(listener)
  readonly removeEventListener = (_: string, listener: () => void) =>
    this.listeners.delete(listener)
  tell() {
    for (const listener of this.listeners) listener()
  }
}

let page: ReturnType<typeof openCarsPage>
let shown: Target & { visibilityState: string; baseURI: string }
let network: Target

beforeEach(() => {
  page = openCarsPage()
  shown = Object.assign(new Target(), { visibilityState: 'visible', baseURI: location.href })
  network = new Target()
  vi.stubGlobal('document', shown)
  vi.stubGlobal('addEventListener', network.addEventListener)
  vi.stubGlobal('removeEventListener', network.removeEventListener)
})
afterEach(() => page.leave())

function become(state: 'visible' | 'hidden') {
  shown.visibilityState = state
  shown.tell()
}

async function listening() {
  const parts = page.show()
  await settled()
  return parts
}

test('hidden tabs held all six connections of a host', async () => {
  const { cars, onUpdate } = await listening()
  Stream.opened[0]?.onopen()
  await settled()
  become('hidden')
  expect(page.open()).toEqual([])
  const before = page.asked.length
  await cars.reload()
  expect(page.open()).toEqual([])
  expect(page.asked).toHaveLength(before + 1)
  page.answer = () => Response.json([niro, leaf])
  become('visible')
  await settled()
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
  expect(page.open()).toEqual([Stream.opened[1]])
  expect(onUpdate).not.toHaveBeenCalled()
  Stream.opened[1]?.onopen()
  expect(onUpdate.mock.calls).toEqual([[{ type: 'resumed' }]])
})

test('a page that was opened in the background listens when it is looked at', async () => {
  shown.visibilityState = 'hidden'
  const { cars, onUpdate } = await listening()
  expect(idsOf(cars)).toEqual(['niro'])
  expect(Stream.opened).toEqual([])
  become('visible')
  await settled()
  Stream.opened[0]?.onopen()
  expect(onUpdate.mock.calls).toEqual([[{ type: 'resumed' }]])
})

test('a hidden page tries nothing, and goes on when it is shown', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  page.answer = () => new Response(null, { status: 503 })
  Stream.opened[0]?.giveUp()
  expect(vi.getTimerCount()).toBe(1)
  become('hidden')
  expect(vi.getTimerCount()).toBe(0)
  await cars.reload()
  expect(vi.getTimerCount()).toBe(0)
  become('visible')
  await vi.advanceTimersByTimeAsync(0)
  expect(vi.getTimerCount()).toBe(1)
  page.answer = () => Response.json([niro])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(page.open()).toHaveLength(1)
})

test('back online it loads the list and opens another stream, as the old one may be dead', async () => {
  const { cars } = await listening()
  page.answer = () => Response.json([niro, leaf])
  network.tell()
  await settled()
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
  expect(Stream.opened).toHaveLength(2)
  expect(page.open()).toEqual([Stream.opened[1]])
})

test('a list that could not be loaded offline stayed failed when the network was back', async () => {
  page.answer = () => Promise.reject(new TypeError('offline'))
  const { cars } = await listening()
  expect(cars.getState().status).toBe('failed')
  page.answer = () => Response.json([niro])
  network.tell()
  await settled()
  expect(idsOf(cars)).toEqual(['niro'])
})

test('nothing of the page is watched while nobody listens', async () => {
  function watched() {
    return shown.listeners.size + network.listeners.size
  }
  const { cars, stop } = await listening()
  const stopOther = cars.listen()
  expect(watched()).toBe(2)
  stop()
  expect(watched()).toBe(2)
  stopOther()
  expect(watched()).toBe(0)
})
