// Chooses the way to connect.

import { type ReactNode, useId } from 'react'
import type { Way } from '../page/way.ts'

type WaySelectProps = {
  /** The way that is shown. */
  value: Way
  /** Called with the way that is chosen. */
  onValueChange: (value: Way) => void
}

const ways: Readonly<Record<Way, { name: string; about: string }>> = {
  live: {
    name: 'Version 3',
    about: 'One backend below one path: signals, commands, and webhooks pushed to this page.',
  },
  code: {
    name: 'Version 2, by a code',
    about: 'A code goes to an endpoint of the app’s own, which keeps the tokens. Ends with 2026.',
  },
}

/** A select with both ways, and what each is. */
export function WaySelect({ value, onValueChange }: WaySelectProps): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>Way to connect</label>
      <select
        id={id}
        aria-describedby={`${id}-about`}
        value={value}
        onChange={({ target }) => onValueChange(target.value === 'code' ? 'code' : 'live')}
      >
        {Object.entries(ways).map(([way, { name }]) => (
          <option key={way} value={way}>
            {name}
          </option>
        ))}
      </select>
      <p id={`${id}-about`}>{ways[value].about}</p>
    </div>
  )
}
