// Keeps what `onEvent` told.

import { useCallback, useState } from 'react'
import type { Session } from 'smartcar-connect-react'
import type { Cars } from '../api/car.ts'
import { type LogEntry, logEntry } from './log-entry.ts'

/** The log, newest entry first. */
export type UseEventLog = {
  entries: readonly LogEntry[]
  /** Give it to `onEvent`. */
  add: (session: Session<Cars>) => void
  clear: () => void
}

const keptEntries = 200

/** Keeps the latest 200 events. */
export function useEventLog(): UseEventLog {
  const [entries, setEntries] = useState<readonly LogEntry[]>([])
  const add = useCallback((session: Session<Cars>) => {
    const at = new Date()
    setEntries(earlier => {
      const entry = logEntry(session, (earlier[0]?.number ?? 0) + 1, at)
      return [entry, ...earlier].slice(0, keptEntries)
    })
  }, [])
  const clear = useCallback(() => setEntries([]), [])
  return { entries, add, clear }
}
