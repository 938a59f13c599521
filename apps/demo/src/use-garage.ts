// The list of connected cars, as the page knows it.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Car } from '../api/car.ts'
import { fetchCars, removeCar } from './car-requests.ts'

/** The list, or why there is none yet. `problem` is a sentence for the person. */
export type GarageState =
  | { status: 'loading' }
  | { status: 'failed'; problem: string }
  | { status: 'ready'; cars: readonly Car[] }

/** The list, and what can be done with it. */
export type UseGarage = {
  /** The list. */
  garage: GarageState
  /** Loads the list from the backend again. */
  load: () => void
  /** Shows a list that the backend sent otherwise: as the answer to an exchange. */
  show: (cars: readonly Car[]) => void
  /** Disconnects a car. Rejects with a sentence for the person, and then the car is still there. */
  remove: (car: Car) => Promise<void>
}

/** Loads the list on mount and keeps it. */
export function useGarage(): UseGarage {
  const [garage, setGarage] = useState<GarageState>({ status: 'loading' })
  const reading = useRef<AbortController>(undefined)

  const show = useCallback((cars: readonly Car[]) => {
    // A list that is still being loaded is older than this one.
    reading.current?.abort()
    setGarage({ status: 'ready', cars })
  }, [])

  const load = useCallback(() => {
    reading.current?.abort()
    const aborter = new AbortController()
    reading.current = aborter
    setGarage({ status: 'loading' })
    function update(next: GarageState) {
      if (!aborter.signal.aborted) setGarage(next)
    }
    fetchCars(aborter.signal).then(
      cars => update({ status: 'ready', cars }),
      (error: Error) => update({ status: 'failed', problem: error.message }),
    )
  }, [])

  const remove = useCallback(async ({ id }: Car) => {
    await removeCar(id)
    reading.current?.abort()
    setGarage(current =>
      current.status === 'ready'
        ? { status: 'ready', cars: current.cars.filter(car => car.id !== id) }
        : current,
    )
  }, [])

  useEffect(() => {
    load()
    return () => reading.current?.abort()
  }, [load])

  return { garage, load, show, remove }
}
