// Chooses how the simulator behaves.

import { type ReactNode, useId } from 'react'

type ScenarioSelectProps = {
  /** A scenario's name; `''` is the simulator's own choice. */
  value: string
  onValueChange: (value: string) => void
}

const scenarios: Readonly<Record<string, string>> = {
  '': 'As the simulator was started.',
  happy: 'Everything works.',
  coop: 'The sign-in page cuts its link to this page, so the popup looks closed.',
  slow: 'Every page takes a second, the tokens three.',
  'wrong-state': 'The answer belongs to another attempt and must not be used.',
}

/** A select with the most telling scenarios; one from the address is added, whatever it is. */
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
