// Keeps the events that `onEvent` was called with.

import { useCallback, useState } from 'react'
import type { Session } from 'smartcar-connect-react'
import { type LogEntry, logEntry } from './log-entry.ts'
import type { CarList } from './use-garage.ts'

/** The log. */
export type UseEventLog = {
  /** Newest first. */
  entries: readonly LogEntry[]
  /** Adds an event: give it to `onEvent`. */
  add: (session: Session<CarList<unknown>>) => void
  /** Removes every entry. */
  clear: () => void
}

const keptEntries = 200

/** A log of the latest 200 events. */
export function useEventLog(): UseEventLog {
  const [entries, setEntries] = useState<readonly LogEntry[]>([])
  const add = useCallback((session: Session<CarList<unknown>>) => {
    const at = new Date()
    setEntries(earlier => {
      const entry = logEntry(session, (earlier[0]?.number ?? 0) + 1, at)
      return [entry, ...earlier].slice(0, keptEntries)
    })
  }, [])
  const clear = useCallback(() => setEntries([]), [])
  return { entries, add, clear }
}
