// One list of cars: loaded, kept, and loaded again when something changed.

import { callApp } from '../call-app.ts'
import { createStore, type Store } from '../store.ts'
import { requestCars, requestDisconnect } from './car-requests.ts'
import type { CarsOutcome, CarsProblem } from './cars-problem.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import { type CarUpdate, openUpdates } from './live-updates.ts'

/** What is known about the cars of the signed-in user. The cars stay while they are loaded again. */
export type CarsState =
  | {
      /** They are being loaded, and nothing is shown yet or the last time failed. */
      readonly status: 'loading'
      /** Those of the last time; none at first. */
      readonly cars: readonly ConnectedVehicle[]
    }
  | {
      /** They are as the backend told them last. */
      readonly status: 'ready'
      /** In the order in which they were connected; none where no car is. */
      readonly cars: readonly ConnectedVehicle[]
    }
  | {
      /** They could not be loaded. */
      readonly status: 'failed'
      /** Those of the last time; none at first. */
      readonly cars: readonly ConnectedVehicle[]
      /** Why. */
      readonly problem: CarsProblem
    }

/** One list, for everything on the page that shows it. */
export type CarList = Pick<Store<CarsState>, 'get' | 'subscribe' | 'isWatched'> & {
  /** Loads it, unless that was done. */
  readonly start: () => void
  /** Loads it. Resolves when it is as it was after the call. */
  readonly reload: () => Promise<void>
  /** Disconnects a car, and takes it off the list. */
  readonly disconnect: (vehicleId: string) => Promise<CarsOutcome<undefined>>
  /**
   * Calls `onUpdate` with what the backend tells, as long as somebody listens: once the list could be
   * loaded, which is when somebody is signed in.
   */
  readonly listen: (onUpdate: (update: CarUpdate) => void) => () => void
  /** Ends what runs. */
  readonly stop: () => void
}

/** The state before anything was loaded. */
export const unknown: CarsState = { status: 'loading', cars: [] }

// `EventSource.CLOSED`, which not every page of a test has.
const closed = 2

/**
 * Makes a list. Nothing is loaded before `start()`.
 *
 * @param before what is shown until it is loaded
 */
export function createCarList(backend: string, before: CarsState): CarList {
  const store = createStore(before)
  const stopped = new AbortController()
  const listeners = new Set<(update: CarUpdate) => void>()
  let source: EventSource | undefined
  let loading: Promise<void> | undefined
  // Whether the answer that is on its way may be older than what is known by now.
  let isStale = false
  let isStarted = false
  let isLoaded = false

  function reload(): Promise<void> {
    isStale = true
    isStarted = true
    const { status, cars } = store.get()
    if (status === 'failed') store.set({ status: 'loading', cars })
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function load(): Promise<void> {
    while (isStale && !stopped.signal.aborted) {
      isStale = false
      const outcome = await requestCars(backend, stopped.signal)
      if (!isStale && !stopped.signal.aborted) show(outcome)
    }
  }

  function show(outcome: CarsOutcome<readonly ConnectedVehicle[]>): void {
    const { status, cars } = store.get()
    isLoaded = outcome.ok
    if (!outcome.ok) {
      store.set({ status: 'failed', cars, problem: outcome.problem })
      return
    }
    open()
    // What is the same stays the same object, so that nothing renders.
    if (status === 'ready' && JSON.stringify(cars) === JSON.stringify(outcome.data)) return
    store.set({ status: 'ready', cars: outcome.data })
  }

  // Not before the list was loaded: without a signed-in user the stream is refused, which a browser
  // writes into its console. It gives up then, as it does when the session ends later.
  function open(): void {
    if (!isLoaded || listeners.size === 0 || (source && source.readyState !== closed)) return
    source = openUpdates(backend, update => {
      if (update.type !== 'signals') void reload()
      for (const listener of listeners) callApp(() => listener(update))
    })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    isWatched: () => store.isWatched() || listeners.size > 0,
    start() {
      if (!isStarted) void reload()
    },
    reload,
    async disconnect(vehicleId) {
      const outcome = await requestDisconnect(backend, vehicleId)
      const { cars, ...state } = store.get()
      if (outcome.ok && cars.some(car => car.id === vehicleId)) {
        store.set({ ...state, cars: cars.filter(car => car.id !== vehicleId) } as CarsState)
      }
      // Another window may have ended it; and an answer that is on its way may still have it.
      if (outcome.ok ? loading : outcome.problem.code === 'not_yours') void reload()
      return outcome
    },
    listen(onUpdate) {
      // Its own, so that the same function may listen twice.
      const listener = (update: CarUpdate) => onUpdate(update)
      listeners.add(listener)
      open()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        source?.close()
        source = undefined
      }
    },
    stop() {
      stopped.abort()
      source?.close()
    },
  }
}
