// The whole page: the way to connect, the cars, and a panel for developers.

import { type ReactNode, useRef } from 'react'
import { useSmartcarConnect } from 'smartcar-connect-react'
import type { Car, Cars } from '../api/car.ts'
import { connectOrigin } from './connect-defaults.ts'
import { ConnectPanel } from './connect-panel.tsx'
import { DeveloperPanel } from './developer-panel.tsx'
import { Garage } from './garage.tsx'
import { simulatorFlags } from './simulator-flags.ts'
import { useEventLog } from './use-event-log.ts'
import { useGarage } from './use-garage.ts'
import { useScenario } from './use-scenario.ts'

/** “Your garage”, the first screen of an imagined product. */
export function App(): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  const { garage, load, show, remove } = useGarage()
  const [scenario, chooseScenario] = useScenario()
  const log = useEventLog()
  const connect = useSmartcarConnect<Cars>({
    flags: simulatorFlags(connectOrigin, { scenario, language: document.documentElement.lang }),
    onSuccess: ({ cars }) => show(cars),
    onEvent: log.add,
  })

  async function disconnect(car: Car) {
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

  function showMended({ cars }: Cars) {
    show(cars)
    heading.current?.focus()
  }

  return (
    <div className="page">
      <main>
        <ConnectPanel connect={connect} garage={garage} heading={heading} />
        <Garage
          garage={garage}
          onRetry={load}
          onDisconnect={disconnect}
          onConnectAgain={connectAgain}
          onSignedIn={showMended}
        />
      </main>
      <DeveloperPanel log={log} scenario={scenario} onScenario={chooseScenario} />
    </div>
  )
}
