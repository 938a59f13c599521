// The page of either way: the way to connect, the cars, and a panel for developers.

import { type ReactNode, useRef } from 'react'
import { type ConnectDefaults, useSmartcarConnect } from 'smartcar-connect-react'
import { ConnectPanel } from './connect-panel.tsx'
import { DeveloperPanel } from './developer-panel.tsx'
import { Garage } from './garage.tsx'
import type { SimulatorLook } from './simulator-flags.ts'
import { useEventLog } from './use-event-log.ts'
import type { AnyCar, CarList, UseGarage } from './use-garage.ts'
import { useScenario } from './use-scenario.ts'

/** What a card can do for its car. */
export type CarActions<C> = {
  /** Disconnects the car. Rejects with a sentence for the person. */
  onDisconnect: () => Promise<void>
  /** Connects the car again after its connection has ended. Called in the click. */
  onConnectAgain: () => void
  /** Shows the cars after the person has signed in to this one again. */
  onSignedIn: (cars: CarList<C>) => void
}

type WayOptions = { backend: string } | { flags: Record<string, string> | undefined }

type GaragePageProps<C> = {
  /** The cars and what can be done with the list. */
  cars: UseGarage<C>
  /** The choice of the way, for the panel. */
  waySelect: ReactNode
  /** The options of this way, for the check of the page. */
  defaults: ConnectDefaults
  /** What the options are beside those, for a simulator that should look and behave so. */
  optionsFor: (look: SimulatorLook) => WayOptions
  /** Draws one car. */
  renderCar: (car: C, actions: CarActions<C>) => ReactNode
}

/** The heading with its button, the cars, and the panel. */
export function GaragePage<C extends AnyCar>(props: GaragePageProps<C>): ReactNode {
  const { cars, waySelect, defaults, optionsFor, renderCar } = props
  const { garage, load, show, remove } = cars
  const heading = useRef<HTMLHeadingElement>(null)
  const [scenario, chooseScenario] = useScenario()
  const log = useEventLog()
  const connect = useSmartcarConnect<CarList<C>>({
    ...optionsFor({ scenario, language: document.documentElement.lang }),
    onSuccess: ({ cars: connected }) => show(connected),
    onEvent: log.add,
  })

  async function disconnect(car: C) {
    await remove(car)
    // The status line would still say “Your car is connected”.
    if (connect.status === 'connected') connect.reset()
    // The button that had the focus is gone.
    heading.current?.focus()
  }

  // The button that had the focus is removed together with the trouble.
  async function connectAgain() {
    const { status } = await connect.open()
    if (status === 'connected') heading.current?.focus()
  }

  function showMended({ cars: mended }: CarList<C>) {
    show(mended)
    heading.current?.focus()
  }

  return (
    <div className="page">
      <main>
        <ConnectPanel connect={connect} garage={garage} heading={heading} />
        <Garage
          garage={garage}
          onRetry={load}
          renderCar={car =>
            renderCar(car, {
              onDisconnect: () => disconnect(car),
              onConnectAgain: () => void connectAgain(),
              onSignedIn: showMended,
            })
          }
        />
      </main>
      <DeveloperPanel
        waySelect={waySelect}
        checked={defaults}
        log={log}
        scenario={scenario}
        onScenario={chooseScenario}
      />
    </div>
  )
}
