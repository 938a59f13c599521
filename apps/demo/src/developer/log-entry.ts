// One line of the event log, made from the session that `onEvent` gives.

import type { Session } from 'smartcar-connect'

/** A session as the event log shows it. */
export type LogEntry = {
  /** Counts from 1. */
  number: number
  /** When the session changed. */
  at: Date
  /** The status of the session. */
  status: Session['status']
  /** The other fields of the session that have a value. */
  details: readonly (readonly [name: string, value: string])[]
}

/** The entry for a session. Everything in a session may be shown: the code is not in it. */
export function logEntry<T>(
  session: Session<T>,
  countOf: (data: T) => number,
  number: number,
  at: Date,
): LogEntry {
  const details = Object.entries(detailsOf(session, countOf))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)] as const)
  return { number, at, status: session.status, details }
}

function detailsOf<T>(
  session: Session<T>,
  countOf: (data: T) => number,
): Readonly<Record<string, unknown>> {
  switch (session.status) {
    case 'waiting':
      return { popup: session.popup }
    case 'exchanging':
      return session.grant
    case 'connected':
      return { cars: countOf(session.data) }
    case 'cancelled':
      return { reason: session.reason }
    case 'failed': {
      const { code, status, problem, retryAfterSeconds, providerErrorDescription } = session.error
      return { code, status, problem: problem?.detail, retryAfterSeconds, providerErrorDescription }
    }
    default:
      return {}
  }
}
