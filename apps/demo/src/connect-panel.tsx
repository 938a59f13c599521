// The head of the page: its title, the main action, and the status line.

import type { ReactNode, RefObject } from 'react'
import { ConnectStatus, type UseSmartcarConnect } from 'smartcar-connect-react'
import { garageSummary } from './garage-summary.ts'
import type { GarageState } from './use-garage.ts'

type ConnectPanelProps = {
  /** The session and its actions. */
  connect: UseSmartcarConnect<unknown>
  /** The list of cars, for the line below the title. */
  garage: GarageState<unknown>
  /** Is given the title, to focus it. */
  heading: RefObject<HTMLHeadingElement | null>
}

/** The heading with *Connect your car* beside it, and the status line below. */
export function ConnectPanel({ connect, garage, heading }: ConnectPanelProps): ReactNode {
  return (
    <header className="head">
      <div className="head-row">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            Your garage
          </h1>
          <p className="lead">{garageSummary(garage)}</p>
        </div>
        <button className="main-action" aria-describedby="opens" {...connect.buttonProps}>
          <span className="ring" />
          Connect your car
        </button>
        <span id="opens" hidden>
          Opens a new window
        </span>
      </div>
      <ConnectStatus className="status" session={connect} />
    </header>
  )
}
