// Keeps the events that `onEvent` was called with.

import { useCallback, useState } from 'react'
import type { Session } from 'smartcar-connect-react'
import { type LogEntry, logEntry } from './log-entry.ts'

/** The log. */
export type UseEventLog = {
  /** Newest first. */
  entries: readonly LogEntry[]
  /** Adds an event of `onEvent`. `countOf` says how many cars the backend's answer has. */
  add: <T>(session: Session<T>, countOf: (data: T) => number) => void
  /** Removes every entry. */
  clear: () => void
}

const keptEntries = 200

/** A log of the latest 200 events. */
export function useEventLog(): UseEventLog {
  const [entries, setEntries] = useState<readonly LogEntry[]>([])
  const add = useCallback(<T>(session: Session<T>, countOf: (data: T) => number) => {
    const at = new Date()
    setEntries(earlier => {
      const entry = logEntry(session, countOf, (earlier[0]?.number ?? 0) + 1, at)
      return [entry, ...earlier].slice(0, keptEntries)
    })
  }, [])
  const clear = useCallback(() => setEntries([]), [])
  return { entries, add, clear }
}
