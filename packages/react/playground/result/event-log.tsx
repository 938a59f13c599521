// The changes of the session in the Playground, newest last.

import type { ReactNode } from 'react'
import type { Session } from '../../src/index.ts'
import { tellEvent } from './tell-event.ts'

/** One change of the session. */
export type LogEntry = {
  /** Counts from 0. */
  readonly id: number
  /** When it was, in milliseconds since 1970. */
  readonly timeMs: number
  /** What the session became. */
  readonly session: Session
}

/** The log. Everything in a session may be shown: the code is not in it. */
export function EventLog({ entries }: { entries: readonly LogEntry[] }): ReactNode {
  const [first] = entries
  if (!first) return <p className="pg-note">Nothing yet. Press the button to see what happens.</p>
  return (
    <ol className="pg-log">
      {entries.map(({ id, timeMs, session }) => {
        const { title, sentence, calls, tone } = tellEvent(session)
        return (
          <li key={id} data-tone={tone}>
            <p>
              <strong>{title}</strong>{' '}
              <small>{((timeMs - first.timeMs) / 1000).toFixed(1)} s</small>
            </p>
            <p>{sentence}</p>
            <details>
              <summary>What the app gets</summary>
              {calls.map(call => (
                <code key={call}>{call}</code>
              ))}
            </details>
          </li>
        )
      })}
    </ol>
  )
}
