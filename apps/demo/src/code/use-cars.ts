// The list of connected cars of version 2, as the page knows it.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Car } from '../../api/car.ts'
import { fetchCars, removeCar } from './car-requests.ts'

/** The list, or why there is none yet. `problem` is a sentence for the person. */
export type CarList =
  | { status: 'loading' }
  | { status: 'failed'; problem: string }
  | { status: 'ready'; cars: readonly Car[] }

/** The list, and what can be done with it. */
export type UseCars = {
  /** The list. */
  list: CarList
  /** Loads the list from the backend again. One that is shown stays until then. */
  load: () => void
  /** Shows a list that the backend sent otherwise: as the answer to an exchange. */
  show: (cars: readonly Car[]) => void
  /** Disconnects a car. Rejects with a sentence for the person, and then the car is still there. */
  remove: (id: string) => Promise<void>
}

/** Loads the list on mount and keeps it. */
export function useCars(): UseCars {
  const [list, setList] = useState<CarList>({ status: 'loading' })
  const reading = useRef<AbortController>(undefined)

  const show = useCallback((cars: readonly Car[]) => {
    // A list that is still being loaded is older than this one.
    reading.current?.abort()
    setList({ status: 'ready', cars })
  }, [])

  const load = useCallback(() => {
    reading.current?.abort()
    const aborter = new AbortController()
    reading.current = aborter
    setList(current => (current.status === 'ready' ? current : { status: 'loading' }))
    function update(next: CarList) {
      if (!aborter.signal.aborted) setList(next)
    }
    fetchCars(aborter.signal).then(
      cars => update({ status: 'ready', cars }),
      (error: Error) => update({ status: 'failed', problem: error.message }),
    )
  }, [])

  const remove = useCallback(async (id: string) => {
    await removeCar(id)
    reading.current?.abort()
    setList(current =>
      current.status === 'ready'
        ? { status: 'ready', cars: current.cars.filter(car => car.id !== id) }
        : current,
    )
  }, [])

  useEffect(() => {
    load()
    return () => reading.current?.abort()
  }, [load])

  return { list, load, show, remove }
}
