// How the simulator behaves: the first choice, in groups, with a sentence about it.

import type { ReactNode } from 'react'
import { scenarios } from 'smartcar-connect-simulator'
import { scenarioGroups } from '../state/scenario-groups.ts'
import { ChoiceField, type FormProps } from './fields.tsx'

const groups = scenarioGroups(scenarios)

/** Chooses the scenario. */
export function ScenarioField(props: FormProps): ReactNode {
  const chosen = scenarios.find(({ name }) => name === props.state.scenario)
  return (
    <ChoiceField {...props} name="scenario" label="Scenario" note={chosen?.description}>
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
