// The way back to a car whose account asks for a new sign-in.

import type { ReactNode } from 'react'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'
import type { Cars } from '../api/car.ts'
import { CarTrouble } from './car-trouble.tsx'

type SignInAgainProps = {
  /** The provider's id of the car. */
  vehicleId: string
  /** The car's name, so that the buttons of several cars can be told apart. */
  name: string
  /** Called with the cars as they can be read afterwards. */
  onSignedIn: (cars: Cars) => void
}

/**
 * The reason and its button. The backend starts this session whatever the page does otherwise: only
 * then can it ask the provider whether the person really signed in.
 */
export function SignInAgain({ vehicleId, name, onSignedIn }: SignInAgainProps): ReactNode {
  const connect = useSmartcarConnect<Cars>({
    session: '/api/code/session',
    exchange: '/api/code/sign-in-again',
    vehicleId,
    onSuccess: onSignedIn,
  })
  return (
    <>
      <CarTrouble trouble="sign_in_again" name={name} onMend={() => void connect.open()} />
      <ConnectStatus className="status" session={connect} />
    </>
  )
}
