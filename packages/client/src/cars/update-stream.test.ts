// The stream of live updates: when it is open, what is loaded for it, and what follows where it ends.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idsOf, leaf, niro, openCarsPage, Stream, settled } from '../../test/open-cars-page.ts'
import { createConnectedCars } from './create-connected-cars.ts'

let page: ReturnType<typeof openCarsPage>

beforeEach(() => {
  page = openCarsPage()
})
afterEach(() => page.leave())

test('one stream for all, and a list for each update that is about it', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  page.watch(createConnectedCars({ backend: page.backend }), { live: true })
  const onUpdate = vi.fn()
  page.atEnd(cars.listen(onUpdate))
  await vi.advanceTimersByTimeAsync(1000)
  expect(Stream.opened.map(({ address }) => address)).toEqual([`${page.backend}/events`])
  const [stream] = Stream.opened
  stream?.send('signals')
  stream?.send('signals', 'no JSON')
  stream?.send('signals', {})
  await vi.advanceTimersByTimeAsync(1000)
  expect(page.asked).toHaveLength(1)
  for (const type of ['problem', 'connected', 'disconnected']) {
    const before = page.asked.length
    stream?.send(type)
    await vi.advanceTimersByTimeAsync(1000)
    expect(page.asked.length, type).toBe(before + 1)
  }
  expect(onUpdate.mock.calls.map(([{ type }]) => type)).toEqual([
    'signals',
    'problem',
    'connected',
    'disconnected',
  ])
})

test('three cars of one sign-in are one more request, not three', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(1000)
  for (const vehicleId of ['one', 'two', 'three']) {
    Stream.opened[0]?.send('connected', { vehicleId })
  }
  await vi.advanceTimersByTimeAsync(1000)
  // The first update asks, and the others together ask once more, as they came after that.
  expect(page.asked).toHaveLength(3)
})

test('a list that updates came faster than was never shown', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  page.answer = () =>
    new Promise(resolve => setTimeout(() => resolve(Response.json([niro, leaf])), 1500))
  for (let more = 0; more < 20; more += 1) {
    Stream.opened[0]?.send('connected')
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
})

test('each update of a burst asked for a list of its own', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  const before = page.asked.length
  for (let more = 0; more < 20; more += 1) {
    Stream.opened[0]?.send('connected')
    await vi.advanceTimersByTimeAsync(200)
  }
  // In four seconds: at once, and each second after that.
  expect(page.asked.length - before).toBe(5)
  expect(vi.getTimerCount()).toBe(0)
})

test('a list that stops forgets the request that was to come', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  const stop = cars.listen()
  await vi.advanceTimersByTimeAsync(0)
  Stream.opened[0]?.send('connected')
  Stream.opened[0]?.send('connected')
  await vi.advanceTimersByTimeAsync(0)
  expect(vi.getTimerCount()).toBe(1)
  stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('back after an interruption it loads once, and says so', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  const onUpdate = vi.fn()
  page.atEnd(cars.listen(onUpdate))
  await settled()
  Stream.opened[0]?.onopen()
  await settled()
  expect(onUpdate).not.toHaveBeenCalled()
  const before = page.asked.length
  Stream.opened[0]?.resume()
  await settled()
  expect(page.asked).toHaveLength(before + 1)
  expect(onUpdate.mock.calls).toEqual([[{ type: 'resumed' }]])
})

test('while nobody is signed in, no stream is page.asked for', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.answer = () => new Response(null, { status: 401 })
  page.watch(cars, { live: true })
  expect(Stream.opened).toEqual([])
  await settled()
  page.atEnd(cars.listen())
  await cars.reload()
  expect(Stream.opened).toEqual([])
  page.answer = () => Response.json([niro])
  await cars.reload()
  expect(page.open()).toHaveLength(1)
  await cars.reload()
  expect(Stream.opened).toHaveLength(1)
})

test('a list that cannot be loaded once more keeps its stream', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await settled()
  page.answer = () => new Response(null, { status: 503 })
  await cars.reload()
  expect(page.open()).toHaveLength(1)
})

test('a stream that the browser gave up is opened again once the list can be loaded', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await settled()
  Stream.opened[0]?.close()
  page.answer = () => new Response(null, { status: 401 })
  await cars.reload()
  expect(page.open()).toEqual([])
  page.answer = () => Response.json([niro])
  await cars.reload()
  expect(page.open()).toHaveLength(1)
  await cars.reload()
  expect(Stream.opened).toHaveLength(2)
})

test('what happened between the first answer and the opening of the stream was never shown', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await settled()
  page.answer = () => Response.json([niro, leaf])
  Stream.opened[0]?.onopen()
  await settled()
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
})

test('a stream that takes the place of another one says that updates may have been missed', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  const onUpdate = vi.fn()
  page.atEnd(cars.listen(onUpdate))
  await vi.advanceTimersByTimeAsync(0)
  // Refused at once, such as the page after the twentieth: signals were missed since the list was loaded.
  Stream.opened[0]?.giveUp()
  await vi.advanceTimersByTimeAsync(1000)
  Stream.opened[1]?.onopen()
  expect(onUpdate.mock.calls).toEqual([[{ type: 'resumed' }]])
  Stream.opened[1]?.giveUp()
  await vi.advanceTimersByTimeAsync(1000)
  Stream.opened[2]?.onopen()
  expect(onUpdate).toHaveBeenCalledTimes(2)
})

test('one that begins to listen anew has missed nothing', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  const stop = cars.listen()
  await settled()
  Stream.opened[0]?.onopen()
  Stream.opened[0]?.onerror()
  stop()
  const onUpdate = vi.fn()
  page.atEnd(cars.listen(onUpdate))
  Stream.opened[1]?.onopen()
  expect(onUpdate).not.toHaveBeenCalled()
})

test('a browser that gave up the stream left the page without updates for good', async () => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  Stream.opened[0]?.onopen()
  await vi.advanceTimersByTimeAsync(0)
  const before = page.asked.length
  // A deployment: first nothing answers, then the list does, and the stream does not yet.
  page.answer = () => new Response(null, { status: 502 })
  Stream.opened[0]?.giveUp()
  await vi.advanceTimersByTimeAsync(999)
  expect(page.asked).toHaveLength(before)
  await vi.advanceTimersByTimeAsync(1)
  expect(page.asked).toHaveLength(before + 1)
  expect(cars.getState()).toMatchObject({ status: 'failed', cars: [niro] })
  page.answer = () => Response.json([niro, leaf])
  await vi.advanceTimersByTimeAsync(1999)
  expect(Stream.opened).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
  expect(Stream.opened).toHaveLength(2)
  Stream.opened[1]?.giveUp()
  await vi.advanceTimersByTimeAsync(3999)
  expect(Stream.opened).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(Stream.opened).toHaveLength(3)
  Stream.opened[2]?.onopen()
  await vi.advanceTimersByTimeAsync(0)
  // It was open, so that the next time begins with the shortest wait.
  Stream.opened[2]?.giveUp()
  await vi.advanceTimersByTimeAsync(1000)
  expect(Stream.opened).toHaveLength(4)
})

test('retries that nobody asked for made an empty list flicker', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.answer = () => Response.json([])
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  const seen: string[] = []
  page.atEnd(cars.subscribe(() => seen.push(cars.getState().status)))
  page.answer = () => new Response(null, { status: 502 })
  Stream.opened[0]?.giveUp()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen).toEqual(['failed'])
  void cars.reload()
  expect(seen).toEqual(['failed', 'loading'])
})

test('an interruption is left to the browser', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  const [stream] = Stream.opened
  if (stream) stream.readyState = 0
  stream?.onerror()
  expect(vi.getTimerCount()).toBe(0)
})

test('a backend that says when to ask again is not asked before', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  page.answer = () => new Response(null, { status: 503, headers: { 'Retry-After': '120' } })
  Stream.opened[0]?.giveUp()
  await vi.advanceTimersByTimeAsync(1000)
  const before = page.asked.length
  await vi.advanceTimersByTimeAsync(120_000)
  expect(page.asked).toHaveLength(before)
  await vi.advanceTimersByTimeAsync(2000)
  expect(page.asked).toHaveLength(before + 1)
})

test.each([
  [401, 'signed_out'],
  [403, 'refused'],
])('after a %s, which does not pass, nothing is tried again', async (status, code) => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  page.answer = () => new Response(null, { status })
  Stream.opened[0]?.giveUp()
  await vi.advanceTimersByTimeAsync(1000)
  expect(cars.getState()).toMatchObject({ problem: { code } })
  expect(vi.getTimerCount()).toBe(0)
  page.answer = () => Response.json([niro])
  await cars.reload()
  expect(page.open()).toHaveLength(1)
})

test('a reload of the page’s own takes the place of the one that would come', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  Stream.opened[0]?.giveUp()
  await cars.reload()
  expect(page.open()).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('nothing is tried while nobody listens', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  const stop = cars.listen()
  await vi.advanceTimersByTimeAsync(0)
  Stream.opened[0]?.giveUp()
  expect(vi.getTimerCount()).toBe(1)
  stop()
  expect(vi.getTimerCount()).toBe(0)
  page.answer = () => new Response(null, { status: 503 })
  await cars.reload()
  expect(vi.getTimerCount()).toBe(0)
})

test('a component that comes while a stream waits to be opened again does not open it sooner', async () => {
  vi.useFakeTimers()
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await vi.advanceTimersByTimeAsync(0)
  Stream.opened[0]?.giveUp()
  page.atEnd(cars.listen())
  expect(Stream.opened).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1000)
  expect(Stream.opened).toHaveLength(2)
})

test('the stream of who signed out was kept for who signed in', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await settled()
  page.answer = () => new Response(null, { status: 401 })
  await cars.reload()
  expect(page.open()).toEqual([])
  page.answer = () => Response.json([leaf])
  await cars.reload()
  expect(page.open()).toHaveLength(1)
})

test('one that only listens is told, once the list was loaded', async () => {
  const onUpdate = vi.fn()
  page.atEnd(createConnectedCars({ backend: page.backend }).listen(onUpdate))
  await settled()
  expect(page.asked).toHaveLength(1)
  Stream.opened[0]?.send('signals')
  expect(onUpdate).toHaveBeenCalledTimes(1)
})

test('a backend on another host tells nothing by itself', async () => {
  const cars = createConnectedCars({ backend: `https://api.app.example${page.backend}` })
  page.watch(cars, { live: true })
  await settled()
  expect(Stream.opened).toEqual([])
  expect(idsOf(cars)).toEqual(['niro'])
})
