// One connected car of version 2.

import type { ReactNode } from 'react'
import type { Car } from '../api/car.ts'
import type { Figure as FigureOf } from '../api/live-car.ts'
import { CarFrame, nameOf } from './car-frame.tsx'
import { CarTrouble } from './car-trouble.tsx'
import { Charge } from './charge.tsx'
import { Figure } from './figure.tsx'
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
  const { make, model, year, odometerKm, battery, trouble } = car
  const name = nameOf(car)
  return (
    <CarFrame make={make} model={model} year={year} onDisconnect={onDisconnect}>
      {trouble === 'connect_again' && (
        <CarTrouble trouble={trouble} name={name} onMend={onConnectAgain} />
      )}
      {trouble === 'sign_in_again' && (
        <SignInAgain vehicleId={car.id} name={name} endpoints={endpoints} onSignedIn={onSignedIn} />
      )}
      {!trouble && (
        <dl className="figures">
          <Figure label="Odometer" figure={known(odometerKm, 'km')} large />
          <Figure label="Battery" figure={known(battery?.percent, 'percent')}>
            {battery && <Charge percent={battery.percent} />}
          </Figure>
          <Figure label="Range" figure={known(battery?.rangeKm, 'km')} />
        </dl>
      )}
    </CarFrame>
  )
}

// Version 2 is asked for each figure, so it is of now.
function known(value: number | null | undefined, unit: string): FigureOf<number> {
  return value == null ? { kind: 'not_shared' } : { kind: 'value', value, unit }
}
