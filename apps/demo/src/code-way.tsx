// The garage by version 2: a code, and tokens in the demo's own vault.

import type { ReactNode } from 'react'
import type { Car } from '../api/car.ts'
import { CarCard } from './car-card.tsx'
import { fetchCars, removeCar } from './car-requests.ts'
import { connectDefaults, connectOrigin } from './connect-defaults.ts'
import { GaragePage } from './garage-page.tsx'
import { simulatorFlags } from './simulator-flags.ts'
import { useGarage } from './use-garage.ts'

const requests = { fetchCars, removeCar }

/** The page with cars that are read by their own tokens. */
export function CodeWay({ waySelect }: { waySelect: ReactNode }): ReactNode {
  const cars = useGarage<Car>(requests)
  return (
    <GaragePage
      cars={cars}
      waySelect={waySelect}
      defaults={connectDefaults.code}
      optionsFor={look => ({ flags: simulatorFlags(connectOrigin, look) })}
      renderCar={(car, actions) => <CarCard car={car} {...actions} />}
    />
  )
}
