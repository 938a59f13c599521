// Which session the status line shows, so that each sentence can be read out before the next one comes.

import { useEffect, useState } from 'react'
import type { Session } from 'smartcar-connect'

const momentMs = 500
const slowMs = 3000

// What a person has had the time to hear: a passing step that follows is held back.
const holds: readonly Session['status'][] = ['idle', 'waiting']

/** What the status line shows. */
export type ShownSession = {
  /** The session; until it has lasted half a second, the one before it. */
  shown: Session
  /** Whether this step of it takes longer than a moment: three seconds. */
  isSlow: boolean
  /** Another number after each failure: a failure can have the words of the one before it. */
  failures: number
}

/**
 * Leaves out a step that passes in less than half a second. Screen readers drop a sentence when the
 * next one follows at once, and nobody can read it. Endings are shown at once, and so is what
 * follows one, for there the person has pressed a button. No timer runs while nothing passes.
 */
export function useShownSession(session: Session): ShownSession {
  const { status } = session
  const isPassing = status === 'preparing' || status === 'exchanging'
  const [lastedMs, setLastedMs] = useState(0)
  const error = session.status === 'failed' ? session.error : undefined
  const [last, setLast] = useState({ shown: session, error, failures: 0 })
  const isHeld = isPassing && lastedMs === 0 && holds.includes(last.shown.status)
  const shown = isHeld ? last.shown : session
  const isNewError = error !== undefined && error !== last.error
  if (shown !== last.shown) {
    setLast({
      shown,
      error: error ?? last.error,
      failures: last.failures + (isNewError ? 1 : 0),
    })
  }

  useEffect(() => {
    if (!isPassing) return
    const timers = [momentMs, slowMs].map(ms => setTimeout(() => setLastedMs(ms), ms))
    return () => {
      for (const timer of timers) clearTimeout(timer)
      setLastedMs(0)
    }
  }, [isPassing])

  return { shown, isSlow: isPassing && lastedMs === slowMs, failures: last.failures }
}
