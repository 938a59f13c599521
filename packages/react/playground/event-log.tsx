// What has happened in the Playground, newest last.

import type { ReactNode } from 'react'
import type { Session } from '../src/index.ts'

/** One change of the session. */
export type LogEntry = { id: number; timeMs: number; session: Session }

/** The log. What is in it may be shown to anyone: the code never gets this far. */
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
