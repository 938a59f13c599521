// For developers: the way to connect, how the simulator behaves, the check of the page, and the events.

import { type ReactNode, useState } from 'react'
import type { ConnectDefaults } from 'smartcar-connect-react'
import { connectOrigin } from '../page/connect-defaults.ts'
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

/** Folded on phones, where the product comes first. */
export function DeveloperPanel(props: DeveloperPanelProps): ReactNode {
  const { waySelect, checked, log, scenario, onScenario } = props
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 600px)').matches)
  return (
    <aside className="developer" aria-label="For developers" lang="en" dir="ltr">
      <details
        className="card"
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>For developers</summary>
        <div className="panel">
          <div className="panel-settings">
            {waySelect}
            <ScenarioSelect value={scenario} onValueChange={onScenario} />
            <PageCheck options={checked} />
            <p>
              Runs against the simulator: no real car, no real account.{' '}
              <a href={connectOrigin} target="_blank" rel="noreferrer">
                Its journal
              </a>
            </p>
          </div>
          <EventLog log={log} />
        </div>
      </details>
    </aside>
  )
}
