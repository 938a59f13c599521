// The list of connected cars, as the page knows it.

import { useCallback, useEffect, useRef, useState } from 'react'

/** What every car has. */
export type AnyCar = { id: string }

/** What the backend answers to an exchange and to the question for cars. */
export type CarList<C> = { cars: readonly C[] }

/** The list, or why there is none yet. `problem` is a sentence for the person. */
export type GarageState<C> =
  | { status: 'loading' }
  | { status: 'failed'; problem: string }
  | { status: 'ready'; cars: readonly C[] }

/** The requests of one way to connect. They reject with sentences for the person. */
export type GarageRequests<C> = {
  fetchCars: (signal: AbortSignal) => Promise<readonly C[]>
  removeCar: (id: string) => Promise<void>
}

/** The list, and what can be done with it. */
export type UseGarage<C> = {
  /** The list. */
  garage: GarageState<C>
  /** Loads the list from the backend again. One that is shown stays until then. */
  load: () => void
  /** Shows a list that the backend sent otherwise: as the answer to an exchange. */
  show: (cars: readonly C[]) => void
  /** Disconnects a car. Rejects with a sentence for the person, and then the car is still there. */
  remove: (car: C) => Promise<void>
  /** Shows a car as it is now, in its place or at the end. */
  put: (car: C) => void
  /** Takes a car that was disconnected elsewhere off the list. */
  drop: (id: string) => void
}

/**
 * Loads the list on mount and keeps it.
 *
 * @param requests of the way; the same object in every render
 */
export function useGarage<C extends AnyCar>(requests: GarageRequests<C>): UseGarage<C> {
  const [garage, setGarage] = useState<GarageState<C>>({ status: 'loading' })
  const reading = useRef<AbortController>(undefined)

  const show = useCallback((cars: readonly C[]) => {
    // A list that is still being loaded is older than this one.
    reading.current?.abort()
    setGarage({ status: 'ready', cars })
  }, [])

  const load = useCallback(() => {
    reading.current?.abort()
    const aborter = new AbortController()
    reading.current = aborter
    setGarage(current => (current.status === 'ready' ? current : { status: 'loading' }))
    function update(next: GarageState<C>) {
      if (!aborter.signal.aborted) setGarage(next)
    }
    requests.fetchCars(aborter.signal).then(
      cars => update({ status: 'ready', cars }),
      (error: Error) => update({ status: 'failed', problem: error.message }),
    )
  }, [requests])

  const change = useCallback((next: (cars: readonly C[]) => readonly C[]) => {
    setGarage(current =>
      current.status === 'ready' ? { status: 'ready', cars: next(current.cars) } : current,
    )
  }, [])

  const put = useCallback(
    (car: C) =>
      change(cars =>
        cars.some(({ id }) => id === car.id)
          ? cars.map(known => (known.id === car.id ? car : known))
          : [...cars, car],
      ),
    [change],
  )

  const drop = useCallback(
    (id: string) => change(cars => cars.filter(car => car.id !== id)),
    [change],
  )

  const remove = useCallback(
    async ({ id }: C) => {
      await requests.removeCar(id)
      reading.current?.abort()
      drop(id)
    },
    [requests, drop],
  )

  useEffect(() => {
    load()
    return () => reading.current?.abort()
  }, [load])

  return { garage, load, show, remove, put, drop }
}
