// The cars of the signed-in user, for any page: one list for all that show it.

import { refuse } from '../messages/refuse.ts'
import { type CarList, type CarsState, createCarList, notLoaded } from './car-list.ts'
import { requestDisconnect } from './car-requests.ts'
import type { CarsOutcome, CarsProblemCode } from './cars-problem.ts'
import type { CarUpdate } from './live-updates.ts'

/** Where the cars are, and whose. */
export type ConnectedCarsOptions = {
  /**
   * The address of a backend made with `createConnectBackend`, absolute or relative to the page, such
   * as `/api/smartcar`. It may be on another host of the page's site.
   */
  backend: string
  /**
   * Who is signed in to the app, such as a user id. With another one there is another list, so that
   * nobody sees the cars of the person before. Never sent.
   */
  appUser?: string | undefined
}

/** The cars of the signed-in user, as the backend told them last. */
export type ConnectedCars = {
  /** What is known. The same object until it changes. */
  getState(): CarsState
  /**
   * Calls `listener` after every change. The first one makes the list load; when the last one has
   * stopped, nothing keeps it true any more, and others do not know it.
   *
   * @returns a function that ends that
   */
  subscribe(listener: () => void): () => void
  /**
   * Listens to what the backend tells this page, one connection for the page, and loads the list again
   * where that concerns it. The connection is opened after the list was loaded well, so never while
   * nobody is signed in. Where it is refused, the list is loaded again after a wait that grows to five
   * minutes, and it is opened with that. It is closed while the page is hidden; when the page is shown, or
   * online again, the list is loaded and the connection opened again. It tells what happens in the process of the server that it ends
   * in, and nothing where the backend is on another host: call `reload()` after a session of this page.
   *
   * @param onUpdate called with each update, to load the figures that are shown. @default nothing is called
   * @returns a function that ends that; without listeners the connection is closed
   * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
   */
  listen(onUpdate?: (update: CarUpdate) => void): () => void
  /**
   * Loads the list again, if anybody watches, whatever `appUser` it is for. Resolves when it is as it was
   * after the call. Never rejects.
   */
  reload(): Promise<void>
  /**
   * Ends the app's access to a car, and takes it off the list, whatever `appUser` that is for. Also done
   * if the page is left meanwhile. Never rejects.
   *
   * @param vehicleId Smartcar's id of the vehicle
   */
  disconnect(vehicleId: string): Promise<CarsOutcome<undefined>>
}

const lists = new Map<string, CarList>()
// Problems after which the list is not what the page shows.
const outdated: readonly CarsProblemCode[] = ['not_yours', 'signed_out']

function listsOf(backend: string): CarList[] {
  return [...lists.values()].filter(list => list.backend === backend)
}

/**
 * The connected cars of the signed-in user. All with the same options share one list and one
 * connection for updates. Costs nothing before somebody subscribes, nor after the last one has
 * stopped.
 *
 * @returns the list as it is known, and what can be done with it
 * @throws {TypeError} for a `backend` that is no address
 *
 * @example
 * const cars = createConnectedCars({ backend: '/api/smartcar' })
 * const stop = cars.subscribe(() => show(cars.getState()))
 */
export function createConnectedCars(options: ConnectedCarsOptions): ConnectedCars {
  const { appUser } = options
  if (!/^[^\s?#]+$/.test(options.backend ?? '')) refuse('backend', 'is no address', 'connections')
  const backend = options.backend.replace(/\/+$/, '')
  const key = JSON.stringify([backend, appUser])

  let last: CarList | undefined

  function getState(): CarsState {
    return (lists.get(key) ?? last)?.get() ?? notLoaded
  }

  // Only what is watched is kept, so that a server keeps nothing.
  function watched(watch: (list: CarList) => () => void): () => void {
    const list = lists.get(key) ?? createCarList(backend, getState())
    lists.set(key, list)
    last = list
    const stop = watch(list)
    return () => {
      stop()
      // React takes a component away and puts it back at once in development.
      queueMicrotask(() => {
        if (list.isWatched()) return
        list.stop()
        if (lists.get(key) === list) lists.delete(key)
      })
    }
  }

  return {
    getState,
    subscribe: listener =>
      watched(list => {
        list.start()
        return list.subscribe(listener)
      }),
    listen: (onUpdate = () => {}) =>
      watched(list => {
        list.start()
        return list.listen(onUpdate)
      }),
    async reload() {
      await Promise.all(listsOf(backend).map(list => list.reload()))
    },
    async disconnect(vehicleId) {
      const outcome = await requestDisconnect(backend, vehicleId)
      // Those of now: while the request ran, lists may have ended, begun and been loaded.
      for (const list of listsOf(backend)) {
        if (outcome.ok) list.forget(vehicleId)
        // Another window may have ended it, or the login.
        else if (outdated.includes(outcome.problem.code)) void list.reload()
      }
      return outcome
    },
  }
}
