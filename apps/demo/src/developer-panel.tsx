// The side panel: how the simulator should behave, and what the app was told.

import type { ReactNode } from 'react'
import { connectOrigin } from './connect-defaults.ts'
import { EventLog } from './event-log.tsx'
import { PageCheck } from './page-check.tsx'
import { ScenarioSelect } from './scenario-select.tsx'
import type { UseEventLog } from './use-event-log.ts'

type DeveloperPanelProps = {
  log: UseEventLog
  scenario: string
  onScenario: (scenario: string) => void
}

/** For the person who builds with this; the product itself is to the left of it. */
export function DeveloperPanel({ log, scenario, onScenario }: DeveloperPanelProps): ReactNode {
  return (
    <aside className="card panel" aria-label="For developers">
      <ScenarioSelect value={scenario} onValueChange={onScenario} />
      <PageCheck />
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
