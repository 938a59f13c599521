// The way back to a car whose account asks for a new sign-in.

import type { ReactNode } from 'react'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'
import { CarTrouble } from './car-trouble.tsx'

type SignInAgainProps<T> = {
  /** The provider's id of the car. */
  vehicleId: string
  /** The car's name, so that the buttons of several cars can be told apart. */
  name: string
  /** The endpoints that start and end the new sign-in. @default those of every connection */
  endpoints?: { session: string; exchange: string }
  /** Called with what the backend answers afterwards. */
  onSignedIn: (data: T) => void
  /** Called when the person begins to sign in, and when that has ended. @default nothing is called */
  onBusy?: (isBusy: boolean) => void
}

const busy = ['preparing', 'waiting', 'exchanging']

/**
 * The reason and its button. The backend starts this session whatever the page does otherwise: only
 * then can it ask the provider whether the person really signed in.
 */
export function SignInAgain<T>(props: SignInAgainProps<T>): ReactNode {
  const { vehicleId, name, endpoints, onSignedIn, onBusy } = props
  const connect = useSmartcarConnect<T>({
    ...endpoints,
    vehicleId,
    onSuccess: onSignedIn,
    onEvent: ({ status }) => onBusy?.(busy.includes(status)),
  })
  return (
    <>
      <CarTrouble trouble="sign_in_again" name={name} onMend={() => void connect.open()} />
      <ConnectStatus className="status" session={connect} />
    </>
  )
}
