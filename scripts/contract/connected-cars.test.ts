// The page's list of cars and the real backend agree: what is asked, what is answered, what is told.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createConnectedCars } from '../../packages/client/src/cars/create-connected-cars.ts'
import { openBackend } from '../../packages/server/test/open-backend.ts'

const pageOrigin = 'http://localhost:5173'
const backend = '/api/smartcar'

/** A stream of events, read from the backend as a browser reads it. */
class Stream extends EventTarget {
  static readonly open: Stream[] = []
  readyState = 0
  onopen: () => void = () => {}
  readonly aborter = new AbortController()
  /** The types of event that the page wants to hear of, and those that came. */
  readonly wanted = new Set<string>()
  readonly came = new Set<string>()

  constructor(address: string) {
    super()
    Stream.open.push(this)
    void this.read(address)
  }

  override addEventListener(...given: Parameters<EventTarget['addEventListener']>) {
    this.wanted.add(given[0])
    super.addEventListener(...given)
  }

  async read(address: string) {
    const response = await ask(address, { signal: this.aborter.signal })
    if (!response.body) return
    this.readyState = 1
    this.onopen()
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      const [, type, data] = /event: (.+)\ndata: ?(.*)/.exec(new TextDecoder().decode(bytes)) ?? []
      if (!type) continue
      this.came.add(type)
      this.dispatchEvent(new MessageEvent(type, { data: data ?? '' }))
    }
  }

  close() {
    this.readyState = 2
    this.aborter.abort()
  }
}

let opened: ReturnType<typeof openBackend>
let user = 'ada'
let stops: (() => void)[] = []

// What a browser adds to a request of the page.
function ask(address: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers)
  headers.set('sec-fetch-site', 'same-origin')
  headers.set('x-test-user', user)
  if (init.method === 'POST') headers.set('origin', pageOrigin)
  return opened.backend.fetch(new Request(new URL(address, pageOrigin), { ...init, headers }))
}

beforeEach(() => {
  opened = openBackend()
  user = 'ada'
  vi.stubGlobal('location', { href: `${pageOrigin}/` })
  vi.stubGlobal('origin', pageOrigin)
  vi.stubGlobal('fetch', ask)
  vi.stubGlobal('EventSource', Stream)
})

afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await Promise.resolve()
  vi.unstubAllGlobals()
})

test('a car appears when it is connected, and goes when it is disconnected', async () => {
  const cars = createConnectedCars({ backend })
  stops = [cars.subscribe(() => {}), cars.listen()]
  await vi.waitFor(() => expect(cars.getState()).toEqual({ status: 'ready', cars: [] }))
  await vi.waitFor(() => expect(Stream.open.at(-1)?.readyState).toBe(1))
  expect((await opened.browser('ada').connect()).status).toBe(200)
  await vi.waitFor(() => expect(cars.getState().cars.length).toBeGreaterThan(1))
  const [first, second] = cars.getState().cars
  expect(first).toMatchObject({
    id: expect.any(String),
    make: 'TESLA',
    state: 'connected',
    permissions: expect.arrayContaining(['read_odometer']),
  })
  expect(new Date(first?.connectedAt ?? '').getTime()).toBeGreaterThan(0)
  // Nothing of Smartcar's ids of people and connections.
  expect(JSON.stringify(first)).not.toMatch(/user|connectionId/i)
  const ended = await cars.disconnect(second?.id ?? '')
  expect(ended).toEqual({ ok: true, data: undefined })
  expect(cars.getState().cars.map(({ id }) => id)).not.toContain(second?.id)
  expect(await opened.backend.connections('ada')).toHaveLength(cars.getState().cars.length)
})

test('the page knows the heartbeat of the backend', async () => {
  stops = [createConnectedCars({ backend }).listen()]
  await vi.waitFor(() => expect(Stream.open.at(-1)?.came).toEqual(new Set(['still-here'])))
  expect(Stream.open.at(-1)?.wanted).toContain('still-here')
})

test('nobody’s list and somebody else’s car are refused with a reason', async () => {
  expect((await opened.browser('ada').connect()).status).toBe(200)
  const [{ id = '' } = {}] = await opened.backend.connections('ada')
  user = 'eve'
  const cars = createConnectedCars({ backend, appUser: 'eve' })
  expect(await cars.disconnect(id)).toMatchObject({ problem: { code: 'not_yours', status: 403 } })
  user = ''
  stops = [cars.subscribe(() => {})]
  await vi.waitFor(() =>
    expect(cars.getState()).toMatchObject({ status: 'failed', problem: { code: 'signed_out' } }),
  )
})
