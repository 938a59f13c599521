// The cars, or why there are none.

import type { ReactNode } from 'react'
import { EmptyGarage } from './empty-garage.tsx'
import type { AnyCar, GarageState } from './use-garage.ts'

type GarageProps<C> = {
  /** The list of cars, or why there is none. */
  garage: GarageState<C>
  /** Loads the list again. */
  onRetry: () => void
  /** Draws one car. */
  renderCar: (car: C) => ReactNode
}

/** A card for each car; instead of them a placeholder, a problem, or how to get the first car. */
export function Garage<C extends AnyCar>(props: GarageProps<C>): ReactNode {
  const { garage, onRetry, renderCar } = props
  return (
    <section aria-label="Cars" aria-busy={garage.status === 'loading'}>
      {garage.status === 'loading' && <div className="card ghost" />}
      {garage.status === 'failed' && (
        <div className="card notice" role="alert">
          <h2>Your cars couldn’t be loaded</h2>
          <p>{garage.problem}</p>
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        </div>
      )}
      {garage.status === 'ready' && garage.cars.length === 0 && <EmptyGarage />}
      {garage.status === 'ready' && garage.cars.length > 0 && (
        <ul className="cars">
          {garage.cars.map(car => (
            <li key={car.id}>{renderCar(car)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
