// The page of either way: the garage with its main action, what usually breaks, the code, and a panel for developers.

import { type ReactNode, useRef } from 'react'
import { type ConnectDefaults, type Scope, useSmartcarConnect } from 'smartcar-connect-react'
import { WhatBreaks } from '../breaks/what-breaks.tsx'
import { DeveloperPanel } from '../developer/developer-panel.tsx'
import { useEventLog } from '../developer/use-event-log.ts'
import { WholeCode } from '../page/whole-code.tsx'
import { Garage } from './garage.tsx'
import type { GarageState } from './garage-state.ts'

/** What both ways are given by the app. */
export type WayProps = {
  /** The options of a connection in a scenario of the simulator; `''` is the simulator's own choice. */
  optionsFor: (scenario: string) => ConnectDefaults
  /** The scenario that is chosen. */
  scenario: string
  /** Called with the scenario that is chosen. */
  onScenario: (scenario: string) => void
  /** The choice of the way, for the panel. */
  waySelect: ReactNode
}

type GaragePageProps<T> = WayProps & {
  /** The cars, or why there are none. */
  garage: GarageState
  /** What a connection asks for, which a person reads before. */
  scope: readonly Scope[]
  /** Called with what the backend answers when a car was connected. */
  onConnected: (data: T) => void
  /** How many cars were connected with this answer. */
  countOf: (data: T) => number
  /** Draws the cars. `onDisconnected` is called when one of them was disconnected. */
  renderCars: (after: { onDisconnected: () => void }) => ReactNode
}

/** One connection for the garage, and one for each experiment. */
export function GaragePage<T>(props: GaragePageProps<T>): ReactNode {
  const { garage, scope, onConnected, countOf, renderCars, optionsFor, scenario } = props
  const log = useEventLog()
  const heading = useRef<HTMLHeadingElement>(null)
  const connect = useSmartcarConnect<T>({
    onSuccess(data) {
      onConnected(data)
      // The card with the button that had the focus goes away with the first car.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) heading.current?.focus()
      })
    },
    onEvent: session => log.add(session, countOf),
  })

  // The status line would still say “Your car is connected.”
  function forgetConnected() {
    if (connect.status === 'connected') connect.reset()
  }

  return (
    <div className="page">
      <Garage
        garage={garage}
        scope={scope}
        connect={connect}
        connectedCars={connect.status === 'connected' ? countOf(connect.data) : undefined}
        heading={heading}
      >
        {renderCars({ onDisconnected: forgetConnected })}
      </Garage>
      <WhatBreaks
        optionsFor={optionsFor}
        onCars={onConnected}
        onEvent={session => log.add(session, countOf)}
      />
      <WholeCode />
      <DeveloperPanel
        waySelect={props.waySelect}
        checked={optionsFor(scenario)}
        log={log}
        scenario={scenario}
        onScenario={props.onScenario}
      />
    </div>
  )
}
