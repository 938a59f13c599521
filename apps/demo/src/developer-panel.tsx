// The side panel: the way to connect, how the simulator behaves, the check of the page, and the events.

import type { ReactNode } from 'react'
import type { ConnectDefaults } from 'smartcar-connect-react'
import { connectOrigin } from './connect-defaults.ts'
import { EventLog } from './event-log.tsx'
import { PageCheck } from './page-check.tsx'
import { ScenarioSelect } from './scenario-select.tsx'
import type { UseEventLog } from './use-event-log.ts'

type DeveloperPanelProps = {
  /** The choice of the way to connect. */
  waySelect: ReactNode
  /** The options that the check of the page is about. */
  checked: ConnectDefaults
  /** The events so far. */
  log: UseEventLog
  /** How the simulator behaves; `''` is the simulator's own choice. */
  scenario: string
  /** Called with the scenario that is chosen. */
  onScenario: (scenario: string) => void
}

/** For developers. The product itself is beside it. */
export function DeveloperPanel(props: DeveloperPanelProps): ReactNode {
  const { waySelect, checked, log, scenario, onScenario } = props
  return (
    <aside className="card panel" aria-label="For developers">
      {waySelect}
      <ScenarioSelect value={scenario} onValueChange={onScenario} />
      <PageCheck options={checked} />
      <EventLog log={log} />
      <p className="note">
        Runs against the simulator: no real car, no real account.{' '}
        <a href={connectOrigin} target="_blank" rel="noreferrer">
          Its journal
        </a>
      </p>
    </aside>
  )
}
