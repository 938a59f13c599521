// The changes of the session in the Playground, newest last.

import type { ReactNode } from 'react'
import type { Session } from '../src/index.ts'

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
  if (!first) return <p className="pg-note">Nothing yet. Connect a car to see what happens.</p>
  return (
    <ol className="pg-log" aria-live="off">
      {entries.map(({ id, timeMs, session }) => (
        <li key={id}>
          <span>{((timeMs - first.timeMs) / 1000).toFixed(1)} s</span>
          <strong>{session.status}</strong>
          <code>{details(session)}</code>
        </li>
      ))}
    </ol>
  )
}

function details(session: Session): string {
  const { status, ...rest } = session
  if (session.status === 'failed') {
    const { code, status: httpStatus, providerError } = session.error
    return JSON.stringify({ code, status: httpStatus, providerError })
  }
  return Object.keys(rest).length > 0 ? JSON.stringify(rest) : ''
}
