'use client'
// The cars of the signed-in user, as the backend knows them.

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import {
  type CarsState,
  type CarUpdate,
  type ConnectedCars,
  createConnectedCars,
} from 'smartcar-connect'
import { useConnectDefaults } from '../connect/connect-defaults.ts'
import { mistake } from '../connect/mistake.ts'

/** Options of `useConnectedCars`. */
export type UseConnectedCarsOptions = {
  /**
   * The address of a backend made with `createConnectBackend`, such as `/api/smartcar`.
   *
   * @default that of the provider above
   */
  backend?: string | undefined
  /**
   * Who is signed in to the app, such as a user id. With another one the list is loaded anew, and
   * nobody sees the cars of the person before. Never sent.
   *
   * @default that of the provider above
   */
  appUser?: string | undefined
  /**
   * Whether the backend tells this page what changes: one connection, once the list was loaded, and as
   * long as a component with this hook is there and the page is not hidden. It tells what happens in the process of the server that
   * it ends in. With several processes, on serverless, and with a backend on another host, which tells
   * nothing, the list is right where `reload` is called in `onSuccess` of a connection.
   *
   * @default true
   */
  live?: boolean | undefined
  /**
   * Called with each update, such as new figures of a car, and with `resumed` where some may have been
   * missed, as while the page was hidden. The one of the latest render counts.
   *
   * @default nothing is called
   */
  onUpdate?: ((update: CarUpdate) => void) | undefined
}

/** The list, and what can be done with it. The functions are the same on every render. */
export type UseConnectedCars = CarsState & Pick<ConnectedCars, 'reload' | 'disconnect'>

// As the page came from the server, whatever is loaded by now.
const notLoaded: CarsState = { status: 'loading', cars: [] }

/**
 * The connected cars of the signed-in user. They are loaded when the component mounts, and loaded again
 * while it is there, when the backend tells that they changed, and when the page is shown again. All
 * components of a page share one list and one connection.
 *
 * A failure is a value, `problem`, with a sentence for developers: say something of your own to people,
 * and offer `reload`. The list also tries again by itself, and stays `failed` until that worked. The cars of
 * the last time stay in `cars`, unless nobody is signed in any more.
 *
 * @returns the list, how it stands, and what can be done with it
 * @throws {TypeError} without a backend
 *
 * @example
 * const { status, cars, disconnect } = useConnectedCars({ backend: '/api/smartcar' })
 * return cars.map(car => (
 *   <ConnectedCar key={car.id} car={car} actions={<DisconnectButton car={car} onDisconnect={disconnect} />} />
 * ))
 */
export function useConnectedCars(options: UseConnectedCarsOptions = {}): UseConnectedCars {
  const { live = true, onUpdate } = options
  const source = useCarsSource(options)
  if (!source) {
    throw mistake(
      'connections',
      '`useConnectedCars` has no `backend`, so it cannot ask for cars. Give it one, or put a `SmartcarConnectProvider` with `backend` above.',
    )
  }
  const { getState, subscribe, listen, reload, disconnect } = source
  const state = useSyncExternalStore(subscribe, getState, () => notLoaded)
  const latest = useRef(onUpdate)
  useEffect(() => {
    latest.current = onUpdate
  })
  useEffect(() => {
    if (live) return listen(update => latest.current?.(update))
  }, [live, listen])
  return { ...state, reload, disconnect }
}

/**
 * The list behind these options and those of the provider above; nothing is loaded by it alone.
 *
 * @returns `undefined` without a backend
 */
export function useCarsSource(
  options: Pick<UseConnectedCarsOptions, 'backend' | 'appUser'>,
): ConnectedCars | undefined {
  const defaults = useConnectDefaults()
  const backend = options.backend ?? defaults.backend
  const appUser = options.appUser ?? defaults.appUser
  return useMemo(
    () => (backend ? createConnectedCars({ backend, appUser }) : undefined),
    [backend, appUser],
  )
}
