// Chooses how the simulator behaves.

import { type ReactNode, useId } from 'react'

type ScenarioSelectProps = {
  /** A scenario's name; `''` is the simulator's own choice. */
  value: string
  /** Called with the name of the scenario that is chosen. */
  onValueChange: (value: string) => void
}

const scenarios: Readonly<Record<string, string>> = {
  '': 'As the simulator was started.',
  happy: 'Everything works.',
  coop: 'The sign-in page cuts its link to this page, so the popup looks closed.',
  slow: 'Every page takes a second, and finishing four or more.',
  'needs-reauthentication': 'The car’s account wants a new sign-in before it shares anything.',
  'wrong-state': 'The answer belongs to another session and must not be used.',
}

/** A select with the scenarios that show most, and the one that is in the address of the page. */
export function ScenarioSelect({ value, onValueChange }: ScenarioSelectProps): ReactNode {
  const id = useId()
  const names = Object.keys(scenarios)
  if (!names.includes(value)) names.push(value)
  return (
    <div className="field">
      <label htmlFor={id}>Scenario</label>
      <select
        id={id}
        aria-describedby={`${id}-about`}
        value={value}
        onChange={({ target }) => onValueChange(target.value)}
      >
        {names.map(name => (
          <option key={name} value={name}>
            {name || 'default'}
          </option>
        ))}
      </select>
      <p id={`${id}-about`}>{scenarios[value] ?? 'From the address of this page.'}</p>
    </div>
  )
}
