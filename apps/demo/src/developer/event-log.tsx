// The events that `onEvent` was called with, newest first.

import type { ReactNode } from 'react'
import type { UseEventLog } from './use-event-log.ts'

const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
})

/** Times, statuses and details. Not a live region, because the status line is one. */
export function EventLog({ log }: { log: UseEventLog }): ReactNode {
  const { entries, clear } = log
  return (
    <section className="log" aria-labelledby="log-heading">
      <header>
        <h3 id="log-heading">Event log</h3>
        {entries.length > 0 && (
          <button type="button" className="quiet" onClick={clear}>
            Clear
          </button>
        )}
      </header>
      {entries.length === 0 && (
        <p>
          What <code>onEvent</code> tells the app appears here. Codes and tokens never do.
        </p>
      )}
      <ol reversed>
        {entries.map(({ number, at, status, details }) => (
          <li key={number} data-status={status}>
            <time dateTime={at.toISOString()}>{clock.format(at)}</time>
            <strong>{status}</strong>
            {details.map(([name, value]) => (
              <code key={name}>
                {name}: {value}
              </code>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
