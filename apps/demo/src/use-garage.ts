// The list of connected cars, as far as the page knows it.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Car } from '../api/car.ts'
import { fetchCars, removeCar } from './car-requests.ts'

/** Where the list stands. `problem` is a sentence for the person. */
export type GarageState =
  | { status: 'loading' }
  | { status: 'failed'; problem: string }
  | { status: 'ready'; cars: readonly Car[] }

/** The list, and what can be done with it. */
export type UseGarage = {
  garage: GarageState
  /** Asks the backend again. */
  load: () => void
  /** Takes a list that came another way: the answer to an exchange. */
  show: (cars: readonly Car[]) => void
  /** Disconnects a car. Rejects with a sentence for the person, and then the car is still there. */
  remove: (car: Car) => Promise<void>
}

/** Reads the list on mount and keeps it. */
export function useGarage(): UseGarage {
  const [garage, setGarage] = useState<GarageState>({ status: 'loading' })
  const reading = useRef<AbortController>(undefined)

  const show = useCallback((cars: readonly Car[]) => {
    // What is still being read is older than this.
    reading.current?.abort()
    setGarage({ status: 'ready', cars })
  }, [])

  const load = useCallback(() => {
    reading.current?.abort()
    const aborter = new AbortController()
    reading.current = aborter
    setGarage({ status: 'loading' })
    const tell = (next: GarageState) => {
      if (!aborter.signal.aborted) setGarage(next)
    }
    fetchCars(aborter.signal).then(
      cars => tell({ status: 'ready', cars }),
      (error: Error) => tell({ status: 'failed', problem: error.message }),
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
