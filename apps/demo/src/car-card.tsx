// One connected car of version 2.

import type { ReactNode } from 'react'
import type { Car } from '../api/car.ts'
import { CarFigures } from './car-figures.tsx'
import { CarFrame, nameOf } from './car-frame.tsx'
import { CarTrouble } from './car-trouble.tsx'
import type { CarActions } from './garage-page.tsx'
import { SignInAgain } from './sign-in-again.tsx'

type CarCardProps = CarActions<Car> & {
  /** The car as it was last read. */
  car: Car
}

const endpoints = { session: '/api/code/session', exchange: '/api/code/sign-in-again' }

/** The figures of the car or why there are none. */
export function CarCard(props: CarCardProps): ReactNode {
  const { car, onDisconnect, onConnectAgain, onSignedIn } = props
  const { make, model, year, odometer, charge, range, trouble } = car
  const name = nameOf(car)
  return (
    <CarFrame make={make} model={model} year={year} onDisconnect={onDisconnect}>
      {trouble === 'connect_again' && (
        <CarTrouble trouble={trouble} name={name} onMend={onConnectAgain} />
      )}
      {trouble === 'sign_in_again' && (
        <SignInAgain vehicleId={car.id} name={name} endpoints={endpoints} onSignedIn={onSignedIn} />
      )}
      {!trouble && <CarFigures odometer={odometer} charge={charge} range={range} />}
    </CarFrame>
  )
}
