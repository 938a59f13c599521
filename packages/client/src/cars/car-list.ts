// One list of cars: loaded, kept, and loaded again when something changed.

import { createStore, type Store } from '../store.ts'
import { requestCars } from './car-requests.ts'
import type { CarsOutcome, CarsProblem } from './cars-problem.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import type { CarUpdate } from './live-updates.ts'
import { createUpdateStream } from './update-stream.ts'

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
      /** Those of the last time; none at first, nor where nobody is signed in any more. */
      readonly cars: readonly ConnectedVehicle[]
      /** Why. */
      readonly problem: CarsProblem
    }

/** One list, for everything on the page that shows it. */
export type CarList = Pick<Store<CarsState>, 'get' | 'subscribe' | 'isWatched'> & {
  /** The address of its backend. */
  readonly backend: string
  /** Loads it, unless that was done. */
  readonly start: () => void
  /** Loads it. Resolves when it is as it was after the call. */
  readonly reload: () => Promise<void>
  /** Takes a car off the list, as it was disconnected. */
  readonly forget: (vehicleId: string) => void
  /**
   * Calls `onUpdate` with what the backend tells, as long as somebody listens: once the list could be
   * loaded, which is when somebody is signed in.
   */
  readonly listen: (onUpdate: (update: CarUpdate) => void) => () => void
  /** Ends what runs. */
  readonly stop: () => void
}

/** The state before anything was loaded. */
export const notLoaded: CarsState = { status: 'loading', cars: [] }

/**
 * Makes a list. Nothing is loaded before `start()`.
 *
 * @param before what is shown until it is loaded
 */
export function createCarList(backend: string, before: CarsState): CarList {
  const store = createStore(before)
  const stopped = new AbortController()
  const stream = createUpdateStream(backend, () => void reload())
  let loading: Promise<void> | undefined
  // Whether the answer that is on its way may be older than what is known by now.
  let isStale = false
  let isStarted = false

  function reload(): Promise<void> {
    isStale = true
    isStarted = true
    const { status, cars } = store.get()
    if (status === 'failed') store.set({ status: 'loading', cars })
    loading ??= load()
    return loading
  }

  async function load(): Promise<void> {
    while (isStale && !stopped.signal.aborted) {
      isStale = false
      const outcome = await requestCars(backend, stopped.signal)
      if (!isStale && !stopped.signal.aborted) show(outcome)
    }
    // At once: whoever asks a moment later waits for a request of its own.
    loading = undefined
  }

  function show(outcome: CarsOutcome<readonly ConnectedVehicle[]>): void {
    const { status, cars } = store.get()
    if (!outcome.ok) {
      const { problem } = outcome
      // Somebody else may sign in on this page.
      const kept = problem.code === 'signed_out' ? [] : cars
      store.set({ status: 'failed', cars: kept, problem })
    } else if (status !== 'ready' || JSON.stringify(cars) !== JSON.stringify(outcome.data)) {
      // What is the same stays the same object, so that nothing renders.
      store.set({ status: 'ready', cars: outcome.data })
    }
    stream.onLoaded(outcome)
  }

  return {
    backend,
    get: store.get,
    subscribe: store.subscribe,
    isWatched: () => store.isWatched() || stream.isWatched(),
    start() {
      if (!isStarted) void reload()
    },
    reload,
    forget(vehicleId) {
      const { cars, ...state } = store.get()
      if (cars.some(car => car.id === vehicleId)) {
        store.set({ ...state, cars: cars.filter(car => car.id !== vehicleId) } as CarsState)
      }
      // An answer that is on its way may still have it.
      if (loading) void reload()
    },
    listen: stream.listen,
    stop() {
      stopped.abort()
      stream.stop()
    },
  }
}
