// The list of cars: when it is loaded, what keeps it true, and that nothing runs while nobody watches.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ConnectedCars, createConnectedCars } from './create-connected-cars.ts'

type Answer = () => Response | Promise<Response>

class Stream {
  static opened: Stream[] = []
  readyState = 1
  onopen: () => void = () => {}
  readonly listeners = new Map<string, (event: { data: string }) => void>()
  readonly address: string
  constructor(address: string) {
    this.address = address
    Stream.opened.push(this)
  }
  addEventListener(type: string, listener: (event: { data: string }) => void) {
    this.listeners.set(type, listener)
  }
  send(type: string, data: unknown = { type, vehicleId: 'niro' }) {
    this.listeners.get(type)?.({ data: typeof data === 'string' ? data : JSON.stringify(data) })
  }
  close() {
    this.readyState = 2
  }
}

const niro = { id: 'niro', make: 'KIA', state: 'connected', permissions: [], connectedAt: '' }
const leaf = { ...niro, id: 'leaf', make: 'NISSAN' }
let answer: Answer
let asked: { url: string; init: RequestInit }[] = []
let backend = ''
const stops: (() => void)[] = []

beforeEach(() => {
  answer = () => Response.json([niro])
  asked = []
  Stream.opened = []
  backend = `/api/${crypto.randomUUID()}`
  vi.stubGlobal('location', { href: 'https://app.example/', origin: 'https://app.example' })
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return url.endsWith('/disconnect') ? new Response(null, { status: 204 }) : answer()
  })
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await settled()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function settled() {
  return new Promise(resolve => setTimeout(resolve))
}

// Watches until the end of the test, and counts what it is told.
function watch(cars: ConnectedCars, { live = false } = {}) {
  const listener = vi.fn()
  stops.push(cars.subscribe(listener))
  if (live) stops.push(cars.listen())
  return listener
}

function idsOf(cars: ConnectedCars) {
  return cars.getState().cars.map(({ id }) => id)
}

function open() {
  return Stream.opened.filter(({ readyState }) => readyState !== 2)
}

test('asks for nothing before somebody watches, then once for all who do', async () => {
  const cars = createConnectedCars({ backend })
  const other = createConnectedCars({ backend })
  await settled()
  expect(asked).toEqual([])
  expect(cars.getState()).toEqual({ status: 'loading', cars: [] })
  watch(cars)
  watch(other)
  await settled()
  expect(asked.map(({ url }) => url)).toEqual([`${backend}/connections`])
  expect(cars.getState()).toEqual({ status: 'ready', cars: [niro] })
  expect(other.getState()).toBe(cars.getState())
})

test('asks as the backend wants it: no cache, with cookies, with the header against forgery', async () => {
  watch(createConnectedCars({ backend }))
  await settled()
  expect(asked[0]?.init).toMatchObject({
    cache: 'no-store',
    credentials: 'include',
    redirect: 'error',
    headers: { 'x-smartcar-connect': '1' },
  })
  expect(asked[0]?.init.method ?? 'GET').toBe('GET')
  expect(asked[0]?.init.body).toBeUndefined()
})

test('forgets the list when the last one has stopped, not while React mounts anew', async () => {
  const cars = createConnectedCars({ backend })
  const stop = cars.subscribe(() => {})
  const stopListening = cars.listen()
  stop()
  stopListening()
  const again = [cars.subscribe(() => {}), cars.listen()]
  await settled()
  expect(asked).toHaveLength(1)
  expect(open()).toHaveLength(1)
  for (const end of again) end()
  await settled()
  expect(open()).toEqual([])
  expect(createConnectedCars({ backend }).getState()).toEqual({ status: 'loading', cars: [] })
})

test('one that watches again, as after it was hidden, shows the old list until the new one came', async () => {
  const cars = createConnectedCars({ backend })
  cars.subscribe(() => {})()
  const stop = cars.subscribe(() => {})
  await settled()
  stop()
  await settled()
  answer = () => Response.json([leaf])
  watch(cars)
  expect(idsOf(cars)).toEqual(['niro'])
  await settled()
  expect(idsOf(cars)).toEqual(['leaf'])
  expect(asked).toHaveLength(2)
})

test('another user of the app sees nothing of the one before', async () => {
  const hers = createConnectedCars({ backend, appUser: 'her' })
  watch(hers)
  await settled()
  const his = createConnectedCars({ backend, appUser: 'him' })
  expect(his.getState().cars).toEqual([])
  answer = () => Response.json([leaf])
  watch(his)
  await settled()
  expect(idsOf(his)).toEqual(['leaf'])
  expect(idsOf(hers)).toEqual(['niro'])
})

test('an answer that is overtaken by a reload is not shown', async () => {
  const cars = createConnectedCars({ backend })
  const answers: ((response: Response) => void)[] = []
  answer = () => new Promise(resolve => answers.push(resolve))
  const seen: string[][] = []
  stops.push(cars.subscribe(() => seen.push(idsOf(cars))))
  await settled()
  const reloaded = cars.reload()
  answers[0]?.(Response.json([niro]))
  await settled()
  answers[1]?.(Response.json([niro, leaf]))
  await reloaded
  expect(seen).toEqual([['niro', 'leaf']])
  expect(asked).toHaveLength(2)
})

test('tells nobody when the list is the same again', async () => {
  const cars = createConnectedCars({ backend })
  const listener = watch(cars)
  await settled()
  const state = cars.getState()
  await cars.reload()
  expect(asked).toHaveLength(2)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(cars.getState()).toBe(state)
})

test.each([
  ['signed_out', () => new Response(null, { status: 401 })],
  ['refused', () => new Response(null, { status: 403 })],
  ['refused', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
  ['refused', () => Response.json({ cars: [] })],
  ['refused', () => Response.json([{ make: 'KIA' }])],
  ['failed', () => new Response(null, { status: 503 })],
  ['failed', () => new Response(null, { status: 429, headers: { 'Retry-After': '30' } })],
  ['unreachable', () => Promise.reject(new TypeError('offline'))],
] satisfies [string, Answer][])('a failure is a value: %s', async (code, given) => {
  const cars = createConnectedCars({ backend })
  answer = given
  watch(cars)
  await settled()
  const state = cars.getState()
  expect(state).toMatchObject({ status: 'failed', problem: { code } })
  const { message } = (state as { problem: { message: string } }).problem
  expect(message).toMatch(/^Smartcar Connect: .+ See https:.+#connections$/)
  answer = () => Response.json([niro])
  await cars.reload()
  expect(cars.getState()).toEqual({ status: 'ready', cars: [niro] })
})

test('cars that were shown stay when loading them again fails', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars)
  await settled()
  answer = () => new Response(null, { status: 503 })
  await cars.reload()
  expect(cars.getState().status).toBe('failed')
  const reloaded = cars.reload()
  expect(cars.getState().status).toBe('loading')
  expect(idsOf(cars)).toEqual(['niro'])
  await reloaded
})

test('disconnects, and the car is gone even if an older answer still has it', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars)
  await settled()
  const answers: ((response: Response) => void)[] = []
  answer = () => new Promise(resolve => answers.push(resolve))
  void cars.reload()
  expect(await cars.disconnect('niro')).toEqual({ ok: true, data: undefined })
  const { url, init } = asked.at(-1) ?? { init: {} }
  expect(url).toBe(`${backend}/disconnect`)
  expect(init).toMatchObject({ method: 'POST', body: '{"vehicleId":"niro"}' })
  expect(idsOf(cars)).toEqual([])
  answers[0]?.(Response.json([niro]))
  await settled()
  expect(idsOf(cars)).toEqual([])
  answers[1]?.(Response.json([]))
  await settled()
  expect(idsOf(cars)).toEqual([])
})

test('a car that cannot be disconnected stays, and one of nobody is looked up', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars)
  await settled()
  const problem = { 'Content-Type': 'application/problem+json' }
  let refusal = new Response('{"code":"provider_failed"}', { status: 502, headers: problem })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return url.endsWith('/disconnect') ? refusal : Response.json([])
  })
  expect(await cars.disconnect('niro')).toMatchObject({ problem: { code: 'failed', status: 502 } })
  expect(idsOf(cars)).toEqual(['niro'])
  refusal = new Response('{"code":"not_yours"}', { status: 403, headers: problem })
  expect(await cars.disconnect('niro')).toMatchObject({ problem: { code: 'not_yours' } })
  await settled()
  expect(idsOf(cars)).toEqual([])
})

test('one stream for all, and a list for each update that is about it', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars, { live: true })
  watch(createConnectedCars({ backend }), { live: true })
  const onUpdate = vi.fn()
  stops.push(cars.listen(onUpdate))
  await settled()
  expect(Stream.opened.map(({ address }) => address)).toEqual([`${backend}/events`])
  const [stream] = Stream.opened
  stream?.onopen()
  stream?.send('signals')
  stream?.send('signals', 'no JSON')
  stream?.send('signals', {})
  await settled()
  expect(asked).toHaveLength(1)
  for (const type of ['problem', 'connected', 'disconnected']) {
    const before = asked.length
    stream?.send(type)
    await settled()
    expect(asked.length, type).toBe(before + 1)
  }
  expect(onUpdate.mock.calls.map(([{ type }]) => type)).toEqual([
    'signals',
    'problem',
    'connected',
    'disconnected',
  ])
})

test('three cars of one sign-in are one more request, not three', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars, { live: true })
  await settled()
  for (const vehicleId of ['one', 'two', 'three']) {
    Stream.opened[0]?.send('connected', { vehicleId })
  }
  await settled()
  // The first update asks, and the others together ask once more, as they came after that.
  expect(asked).toHaveLength(3)
})

test('back after an interruption it loads once, and says so', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars)
  const onUpdate = vi.fn()
  stops.push(cars.listen(onUpdate))
  await settled()
  Stream.opened[0]?.onopen()
  await settled()
  expect(asked).toHaveLength(1)
  Stream.opened[0]?.onopen()
  await settled()
  expect(asked).toHaveLength(2)
  expect(onUpdate.mock.calls).toEqual([[{ type: 'resumed' }]])
})

test('while nobody is signed in, no stream is asked for', async () => {
  const cars = createConnectedCars({ backend })
  answer = () => new Response(null, { status: 401 })
  watch(cars, { live: true })
  expect(Stream.opened).toEqual([])
  await settled()
  stops.push(cars.listen())
  await cars.reload()
  expect(Stream.opened).toEqual([])
  answer = () => Response.json([niro])
  await cars.reload()
  expect(open()).toHaveLength(1)
  await cars.reload()
  expect(Stream.opened).toHaveLength(1)
})

test('a list that cannot be loaded once more keeps its stream', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars, { live: true })
  await settled()
  answer = () => new Response(null, { status: 503 })
  await cars.reload()
  expect(open()).toHaveLength(1)
})

test('a stream that the browser gave up is opened again once the list can be loaded', async () => {
  const cars = createConnectedCars({ backend })
  watch(cars, { live: true })
  await settled()
  Stream.opened[0]?.close()
  answer = () => new Response(null, { status: 401 })
  await cars.reload()
  expect(open()).toEqual([])
  answer = () => Response.json([niro])
  await cars.reload()
  expect(open()).toHaveLength(1)
  await cars.reload()
  expect(Stream.opened).toHaveLength(2)
})

test('one that only listens is told, once the list was loaded', async () => {
  const onUpdate = vi.fn()
  stops.push(createConnectedCars({ backend }).listen(onUpdate))
  await settled()
  expect(asked).toHaveLength(1)
  Stream.opened[0]?.send('signals')
  expect(onUpdate).toHaveBeenCalledTimes(1)
})

test('a backend on another host tells nothing by itself', async () => {
  const cars = createConnectedCars({ backend: `https://api.app.example${backend}` })
  watch(cars, { live: true })
  await settled()
  expect(Stream.opened).toEqual([])
  expect(idsOf(cars)).toEqual(['niro'])
})

test.each(['', '/api?x=1', 'a b', undefined as unknown as string])(
  'a backend that is no address is refused at once: %j',
  given => {
    expect(() => createConnectedCars({ backend: given })).toThrow(/`backend` is no address.*#conn/)
  },
)
