// One connected car.

import { type ReactNode, useId } from 'react'
import type { Car, Cars } from '../api/car.ts'
import { CarTrouble } from './car-trouble.tsx'
import { Charge } from './charge.tsx'
import { DisconnectCar } from './disconnect-car.tsx'
import { Figure } from './figure.tsx'
import { SignInAgain } from './sign-in-again.tsx'

type CarCardProps = {
  /** The car as it was last read. */
  car: Car
  /** Disconnects the car. Rejects with a sentence for the person. */
  onDisconnect: () => Promise<void>
  /** Connects the car again after its connection has ended. Called in the click. */
  onConnectAgain: () => void
  /** Shows the cars after the person has signed in to this one again. */
  onSignedIn: (cars: Cars) => void
}

/** What the car is, its figures or why there are none, and the way to disconnect it. */
export function CarCard(props: CarCardProps): ReactNode {
  const { car, onDisconnect, onConnectAgain, onSignedIn } = props
  const { make, model, year, odometerKm, battery, trouble } = car
  const name = [make, model].filter(Boolean).join(' ')
  const id = useId()
  return (
    <article className="card car" aria-labelledby={id}>
      <header className="car-head">
        <span className="tile" aria-hidden="true">
          {make.slice(0, 1)}
        </span>
        <h2 id={id}>
          {name} {year > 0 && <span className="year">{year}</span>}
        </h2>
      </header>
      {trouble === 'connect_again' && (
        <CarTrouble trouble={trouble} name={name} onMend={onConnectAgain} />
      )}
      {trouble === 'sign_in_again' && (
        <SignInAgain vehicleId={car.id} name={name} onSignedIn={onSignedIn} />
      )}
      {!trouble && (
        <dl className="figures">
          <Figure label="Odometer" value={odometerKm} unit="km" large />
          <Figure label="Battery" value={battery?.percent} unit="%">
            {battery && <Charge percent={battery.percent} />}
          </Figure>
          <Figure label="Range" value={battery?.rangeKm} unit="km" />
        </dl>
      )}
      <DisconnectCar name={name} onDisconnect={onDisconnect} />
    </article>
  )
}
