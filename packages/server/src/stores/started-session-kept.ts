// How long a started session is remembered.

import type { StartedSession } from './started-session-store.ts'

/**
 * Half an hour from its start, in milliseconds: the 15 minutes in which it can be completed, and 15
 * more in which its outcome can be replayed.
 */
export const startedSessionKeptMs: number = 30 * 60_000

/** How far the clocks of several machines may differ, in milliseconds. */
export const clockDifferenceMs: number = 60_000

/**
 * Returns the session with its end as it counts now. A session from the future was started before
 * the clock was set back, so nobody knows how old it is: it has ended.
 */
export function withHonestEnd(session: StartedSession, nowMs: number): StartedSession {
  const isFromFuture = session.createdMs > nowMs + clockDifferenceMs
  return isFromFuture ? { ...session, expiresMs: Math.min(session.expiresMs, nowMs) } : session
}
