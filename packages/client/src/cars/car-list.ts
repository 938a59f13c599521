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
      /** They are being loaded: for the first time, or as the app asked after a failure. */
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
      /** They could not be loaded. It stays so while the list tries again by itself. */
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
  const stream = createUpdateStream(backend, () => void loadAgain())
  let loading: Promise<void> | undefined
  // Whether the answer that is on its way may be older than what is known by now.
  let isStale = false
  let isStarted = false
  // Cars that were disconnected while an answer is on its way that may still have them.
  const forgotten = new Set<string>()

  function reload(): Promise<void> {
    const { status, cars } = store.get()
    if (status === 'failed') store.set({ status: 'loading', cars })
    return loadAgain()
  }

  function loadAgain(): Promise<void> {
    isStale = true
    isStarted = true
    loading ??= load()
    return loading
  }

  async function load(): Promise<void> {
    try {
      while (isStale && !stopped.signal.aborted) {
        isStale = false
        forgotten.clear()
        const outcome = await requestCars(backend, stopped.signal)
        // Old cars are better than none where updates come faster than answers. An old failure is not.
        if (!stopped.signal.aborted && (outcome.ok || !isStale)) show(outcome)
      }
    } finally {
      // At once: whoever asks a moment later waits for a request of its own.
      loading = undefined
    }
  }

  function show(outcome: CarsOutcome<readonly ConnectedVehicle[]>): void {
    const shown = store.get()
    const next = stateAfter(outcome, shown.cars, forgotten)
    // What is the same stays the same object, so that nothing renders.
    if (JSON.stringify(next) !== JSON.stringify(shown)) store.set(next)
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
      forgotten.add(vehicleId)
    },
    listen: stream.listen,
    stop() {
      stopped.abort()
      stream.stop()
    },
  }
}

function stateAfter(
  outcome: CarsOutcome<readonly ConnectedVehicle[]>,
  shown: readonly ConnectedVehicle[],
  forgotten: ReadonlySet<string>,
): CarsState {
  if (outcome.ok) {
    return { status: 'ready', cars: outcome.data.filter(({ id }) => !forgotten.has(id)) }
  }
  const { problem } = outcome
  // Somebody else may sign in on this page.
  return { status: 'failed', cars: problem.code === 'signed_out' ? [] : shown, problem }
}
