// The cars, or why there are none.

import type { ReactNode } from 'react'
import type { Car, Cars } from '../api/car.ts'
import { CarCard } from './car-card.tsx'
import { EmptyGarage } from './empty-garage.tsx'
import type { GarageState } from './use-garage.ts'

type GarageProps = {
  /** The list of cars, or why there is none. */
  garage: GarageState
  /** Loads the list again. */
  onRetry: () => void
  /** Disconnects a car. Rejects with a sentence for the person. */
  onDisconnect: (car: Car) => Promise<void>
  /** Connects a car again whose connection has ended. Called in the click. */
  onConnectAgain: () => void
  /** Shows the cars after a person has signed in to one again. */
  onSignedIn: (cars: Cars) => void
}

/** A card for each car; instead of them a placeholder, a problem, or how to get the first car. */
export function Garage(props: GarageProps): ReactNode {
  const { garage, onRetry, onDisconnect, onConnectAgain, onSignedIn } = props
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
                onConnectAgain={onConnectAgain}
                onSignedIn={onSignedIn}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
