// How the simulator behaves: the first choice, in groups, with a sentence about it.

import type { ReactNode } from 'react'
import { scenarios } from 'smartcar-connect-simulator'
import { scenarioGroups } from '../state/scenario-groups.ts'
import { ChoiceField, type FormProps } from './fields.tsx'

const groups = scenarioGroups(scenarios)

/** Chooses the scenario. */
export function ScenarioField(props: FormProps): ReactNode {
  const { way, scenario } = props.state
  const chosen = scenarios.find(({ name }) => name === scenario)
  // By version 3 the backend has its own token, which belongs to no session.
  const isOfCode = way === 'backend' && (chosen?.token || chosen?.expiredCode)
  const note = isOfCode
    ? `${chosen.description} No code is traded in version 3: choose version 2 to see it.`
    : chosen?.description
  return (
    <ChoiceField {...props} name="scenario" label="Scenario" note={note}>
      {groups.map(({ title, scenarios }) => (
        <optgroup key={title} label={title}>
          {scenarios.map(({ name, description }) => (
            <option key={name} value={name}>
              {name} — {description}
            </option>
          ))}
        </optgroup>
      ))}
    </ChoiceField>
  )
}
