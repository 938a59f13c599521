// One connected car of version 3.

import type { ReactNode } from 'react'
import { ConnectedCar, type ConnectedVehicle, DisconnectButton } from 'smartcar-connect-react'
import { CarFigures } from '../car/car-figures.tsx'
import { Figure } from '../car/figure.tsx'
import { useWords } from '../words/use-language.ts'
import { CarCommands } from './car-commands.tsx'
import { useLiveCar } from './use-live-car.ts'

type LiveCarCardProps = {
  /** The car, from the list. */
  car: ConnectedVehicle
  /** How many updates there were; with another one the figures are read again. */
  updates: number
  /** Called when the car is disconnected. */
  onDisconnected: () => void
  /** Called when a command failed: it may have found out that the person has to sign in. */
  onRefused: () => void
}

/** The figures of the car with their ages, and its commands. */
export function LiveCarCard(props: LiveCarCardProps): ReactNode {
  const { car, updates, onDisconnected, onRefused } = props
  const { figures: names, states } = useWords()
  const { known, run } = useLiveCar(car, updates, onRefused)
  const { figures, commands, problem } = known
  return (
    <ConnectedCar
      car={car}
      headingLevel={2}
      actions={<DisconnectButton car={car} onDisconnected={onDisconnected} />}
    >
      {car.state === 'connected' && (
        <div className="live">
          {problem && <p className="problem">{problem}</p>}
          <CarFigures odometer={figures.odometer} charge={figures.charge} range={figures.range}>
            <Figure
              label={names.charging}
              figure={figures.isCharging}
              words={value => (value ? states.charging : states.notCharging)}
            />
            <Figure
              label={names.doors}
              figure={figures.isLocked}
              words={value => (value ? states.locked : states.unlocked)}
            />
          </CarFigures>
          <CarCommands car={car} commands={commands} onCommand={run} />
        </div>
      )}
    </ConnectedCar>
  )
}
