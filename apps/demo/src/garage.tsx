// The cars, or why there are none to see.

import type { ReactNode } from 'react'
import type { Car } from '../api/car.ts'
import { CarCard } from './car-card.tsx'
import { EmptyGarage } from './empty-garage.tsx'
import type { GarageState } from './use-garage.ts'

type GarageProps = {
  garage: GarageState
  onRetry: () => void
  onDisconnect: (car: Car) => Promise<void>
  onMend: (car: Car) => void
}

/** A card per car; before that, what the garage is waiting for. */
export function Garage({ garage, onRetry, onDisconnect, onMend }: GarageProps): ReactNode {
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
            <li key={car.id}>
              <CarCard
                car={car}
                onDisconnect={() => onDisconnect(car)}
                onMend={() => onMend(car)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
