// The simulator inside a service worker, for static sites that have no server.

import type { Snapshot } from './memory/snapshot.ts'
import { optionError } from './option-error.ts'
import type { SimulatorOptions } from './options.ts'
import { createSimulator, type Simulator } from './simulator.ts'

/** Options of the simulator in a service worker. It needs a path of its own on the site. */
export type WorkerOptions = Omit<SimulatorOptions, 'snapshot'> & {
  /** The path that the simulator answers below, such as `/simulator`. An empty one is refused. */
  readonly basePath: string
}

/**
 * The part of a service worker’s `fetch` event that the simulator uses.
 *
 * @see https://w3c.github.io/ServiceWorker/#fetchevent-interface
 */
type FetchEventLike = {
  /** What the page asks for. */
  readonly request: Request
  /** Answers it. */
  respondWith(response: Promise<Response>): void
  /** Keeps the worker awake until the work is done. */
  waitUntil(work: Promise<unknown>): void
}

const cacheName = 'smartcar-connect-simulator'

/**
 * Makes the `fetch` listener of a service worker: it answers below `basePath` and leaves every
 * other request alone. A browser ends idle workers within seconds, so the state is kept in the
 * Cache Storage of the site and read again when the worker wakes.
 *
 * @returns the listener for `fetch` events
 * @throws {TypeError} for an option that cannot work, naming it.
 * @example
 * addEventListener('fetch', answerWithSimulator({ basePath: '/simulator' }))
 */
export function answerWithSimulator(options: WorkerOptions): (event: FetchEventLike) => void {
  const { basePath, hosts = [], deliver = deliverAtSite } = options
  if (basePath === '') {
    throw optionError(
      'basePath',
      'basePath is empty, so the simulator would answer for the whole site. Give it a path such as “/simulator”.',
    )
  }
  let waking: Promise<Simulator> | undefined
  let saving: Promise<void> = Promise.resolve()
  let hasDelivered = false
  return event => {
    const { origin, pathname } = new URL(event.request.url)
    if (origin !== location.origin || !pathname.startsWith(`${basePath}/`)) return
    // The site's own name, which no foreign page can have.
    waking ??= wake({
      ...options,
      hosts: [location.hostname, ...hosts],
      deliver: request => {
        hasDelivered = true
        return deliver(request)
      },
    })
    const simulator = waking
    const response = simulator.then(awake => awake.fetch(event.request))
    event.respondWith(response)
    // One after the other, so that an older state never overwrites a newer one.
    saving = Promise.all([response, simulator, saving]).then(([, awake]) => save(awake, basePath))
    event.waitUntil(saving)
    // The worker stays awake for the receivers of webhooks, and keeps what they answered.
    event.waitUntil(
      Promise.all([simulator, saving]).then(async ([awake]) => {
        await awake.settled()
        if (!hasDelivered) return
        hasDelivered = false
        saving = saving.then(() => save(awake, basePath))
        await saving
      }),
    )
  }
}

/** A worker delivers to its own site alone: other sites would see a request that nobody sent. */
async function deliverAtSite(request: Request): Promise<Response> {
  if (new URL(request.url).origin === location.origin) return fetch(request)
  throw new TypeError('A service worker delivers to its own site only. Give the option deliver.')
}

async function wake(options: WorkerOptions): Promise<Simulator> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(keptAt(options.basePath))
  if (kept === undefined) return createSimulator(options)
  // Another version may have written it; then it is better to start anew than not at all.
  try {
    return createSimulator({ ...options, snapshot: (await kept.json()) as Snapshot })
  } catch {
    return createSimulator(options)
  }
}

async function save(simulator: Simulator, basePath: string): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.put(keptAt(basePath), new Response(JSON.stringify(simulator.snapshot())))
}

function keptAt(basePath: string): string {
  return `${basePath}/__simulator/state`
}
