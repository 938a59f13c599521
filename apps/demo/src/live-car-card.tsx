// One connected car of version 3.

import { type ReactNode, useState } from 'react'
import type { LiveCar } from '../api/live-car.ts'
import { CarCommands, type OnCommand } from './car-commands.tsx'
import { CarFigures } from './car-figures.tsx'
import { CarFrame, nameOf } from './car-frame.tsx'
import { Figure } from './figure.tsx'
import type { CarActions } from './garage-page.tsx'
import { SignInAgain } from './sign-in-again.tsx'

type LiveCarCardProps = Omit<CarActions<LiveCar>, 'onConnectAgain'> & {
  /** The car as Smartcar told it last. */
  car: LiveCar
  /** Sends a command to the car. */
  onCommand: OnCommand
}

/** The figures of the car with their ages, and its commands; or the way to sign in to it again. */
export function LiveCarCard({ car, onCommand, ...actions }: LiveCarCardProps): ReactNode {
  const { id, make, model, year, figures, commands, trouble, problem } = car
  const { onDisconnect, onSignedIn } = actions
  const { odometer, charge, range, isCharging, isLocked } = figures
  const name = nameOf(car)
  // A pushed update may say that all is well before the sign-in has ended; it must not cut it off.
  const [isSigningIn, setSigningIn] = useState(false)
  return (
    <CarFrame make={make} model={model} year={year} onDisconnect={onDisconnect}>
      {trouble === 'sign_in_again' || isSigningIn ? (
        <SignInAgain vehicleId={id} name={name} onSignedIn={onSignedIn} onBusy={setSigningIn} />
      ) : (
        <div className="live">
          {problem && <p className="problem">{problem}</p>}
          <CarFigures odometer={odometer} charge={charge} range={range}>
            <Figure
              label="Charging"
              figure={isCharging}
              words={value => (value ? 'Charging' : 'Not charging')}
            />
            <Figure
              label="Doors"
              figure={isLocked}
              words={value => (value ? 'Locked' : 'Unlocked')}
            />
          </CarFigures>
          <CarCommands name={name} commands={commands} onCommand={onCommand} />
        </div>
      )}
    </CarFrame>
  )
}
