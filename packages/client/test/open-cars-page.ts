// A page with cars for tests: what its backend answers, what was asked, and its streams of events.

import { vi } from 'vitest'
import { type ConnectedCars, createConnectedCars } from '../src/cars/create-connected-cars.ts'

/** Answers one request for the list. */
export type Answer = () => Response | Promise<Response>

/** A stream of events, which tests open, send to and give up in the place of a browser. */
export class Stream {
  static opened: Stream[] = []
  readyState = 1
  onopen: () => void = () => {}
  onerror: () => void = () => {}
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
  /** It is interrupted, and the browser opens it again. */
  resume() {
    this.readyState = 0
    this.onerror()
    this.readyState = 1
    this.onopen()
  }
  /** The answer was no stream, so that the browser never asks again. */
  giveUp() {
    this.readyState = 2
    this.onerror()
  }
  close() {
    this.readyState = 2
  }
}

/** A car as the backend tells it. */
export const niro = {
  id: 'niro',
  make: 'KIA',
  state: 'connected',
  permissions: [],
  connectedAt: '',
} as const

/** Another one. */
export const leaf = { ...niro, id: 'leaf', make: 'NISSAN' } as const

/** One page with a backend of its own. Ended by `leave()`. */
export function openCarsPage() {
  const stops: (() => void)[] = []
  const page = {
    backend: `/api/${crypto.randomUUID()}`,
    /** What the backend answers to the next request for the list. */
    answer: (() => Response.json([niro])) as Answer,
    /** What it answers to the next request to disconnect. */
    answerDisconnect: (() => new Response(null, { status: 204 })) as Answer,
    /** What it was asked. */
    asked: [] as { url: string; init: RequestInit }[],
    /** The streams that are open. */
    open: () => Stream.opened.filter(({ readyState }) => readyState !== 2),
    /** Watches until the end of the test, and counts what it is told. */
    watch(cars: ConnectedCars, { live = false } = {}) {
      const listener = vi.fn()
      stops.push(cars.subscribe(listener))
      if (live) stops.push(cars.listen())
      return listener
    },
    /** Shows the cars and listens until the end of the test. The list is not loaded yet. */
    show() {
      const cars = createConnectedCars({ backend: page.backend })
      page.watch(cars)
      const onUpdate = vi.fn()
      const stop = cars.listen(onUpdate)
      page.atEnd(stop)
      return { cars, onUpdate, stop }
    },
    /** Is called at the end of the test. */
    atEnd: (stop: () => void) => void stops.push(stop),
    async leave() {
      for (const stop of stops.splice(0)) stop()
      await Promise.resolve()
      vi.useRealTimers()
      vi.unstubAllGlobals()
      vi.restoreAllMocks()
    },
  }
  Stream.opened = []
  vi.stubGlobal('location', { href: 'https://app.example/' })
  vi.stubGlobal('origin', 'https://app.example')
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    page.asked.push({ url, init })
    return url.endsWith('/disconnect') ? page.answerDisconnect() : page.answer()
  })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  return page
}

/** When all that was asked is answered. */
export function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

/** The ids of the cars that are shown. */
export function idsOf(cars: ConnectedCars): string[] {
  return cars.getState().cars.map(({ id }) => id)
}
