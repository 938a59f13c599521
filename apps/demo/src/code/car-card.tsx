// One connected car of version 2.

import type { ReactNode } from 'react'
import {
  ConnectButton,
  ConnectedCar,
  ConnectStatus,
  DisconnectButton,
  useSmartcarConnect,
} from 'smartcar-connect-react'
import type { Car, Cars } from '../../api/car.ts'
import { CarFigures } from '../car/car-figures.tsx'
import { useWords } from '../words/use-language.ts'
import { detailsOf } from './car-details.ts'

type CarCardProps = {
  /** The car as it was last read. */
  car: Car
  /** Disconnects it. */
  onDisconnect: (id: string) => Promise<void>
  /** Called when it is disconnected. */
  onDisconnected: () => void
  /** Called with the cars when it was connected again. */
  onConnected: (cars: Cars) => void
}

/** The figures of the car, or why there are none. */
export function CarCard(props: CarCardProps): ReactNode {
  const { car, onDisconnect, onDisconnected, onConnected } = props
  const { odometer, charge, range, trouble } = car
  const details = detailsOf(car)
  return (
    <ConnectedCar
      car={details}
      headingLevel={2}
      actions={
        <DisconnectButton
          car={details}
          onDisconnect={onDisconnect}
          onDisconnected={onDisconnected}
        />
      }
    >
      {trouble === 'connect_again' && <EndedConnection onConnected={onConnected} />}
      {!trouble && <CarFigures odometer={odometer} charge={charge} range={range} />}
    </ConnectedCar>
  )
}

function EndedConnection({ onConnected }: Pick<CarCardProps, 'onConnected'>): ReactNode {
  const { ended, connectAgain } = useWords()
  const connect = useSmartcarConnect<Cars>({ onSuccess: onConnected })
  return (
    <div className="ended">
      <p>{ended}</p>
      <ConnectButton connect={connect} variant="secondary">
        {connectAgain}
      </ConnectButton>
      <ConnectStatus session={connect} />
    </div>
  )
}
