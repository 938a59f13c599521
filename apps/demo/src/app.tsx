// The whole page: connect, the cars, and what a developer wants to see.

import { type ReactNode, useRef } from 'react'
import { useSmartcarConnect } from 'smartcar-connect-react'
import type { Car, Cars } from '../api/car.ts'
import { ConnectPanel } from './connect-panel.tsx'
import { DeveloperPanel } from './developer-panel.tsx'
import { Garage } from './garage.tsx'
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
    flags: scenario ? { scenario } : undefined,
    onSuccess: ({ cars }) => show(cars),
    onEvent: log.add,
  })

  async function disconnect(car: Car) {
    await remove(car)
    // “Your car is connected” might no longer be true.
    if (connect.status === 'connected') connect.reset()
    // What had the focus is gone.
    heading.current?.focus()
  }

  async function mend({ id, trouble }: Car) {
    const { status } = await connect.open(trouble === 'sign_in_again' ? { vehicleId: id } : {})
    // The button that had the focus goes with the trouble.
    if (status === 'connected') heading.current?.focus()
  }

  return (
    <div className="page">
      <main>
        <ConnectPanel connect={connect} garage={garage} heading={heading} />
        <Garage garage={garage} onRetry={load} onDisconnect={disconnect} onMend={mend} />
      </main>
      <DeveloperPanel log={log} scenario={scenario} onScenario={chooseScenario} />
    </div>
  )
}
