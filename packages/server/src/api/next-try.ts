// Decides whether a failed call is made again, and when.

import type { SmartcarApiError } from './smartcar-api-error.ts'

/** A call that failed. */
export type FailedTry = {
  /** How it failed. */
  readonly error: SmartcarApiError
  /** Which try it was, from 1. */
  readonly tries: number
  /** Whether it changes something in a car, so that a second one would do it twice. */
  readonly isCommand: boolean
  /** A number from 0 to 1, so that many callers do not come back at once. */
  readonly jitter: number
}

const firstPauseMs = 1_000
const longestPauseMs = 60_000
// A busy provider says so as long as it is busy; a broken one is tried three times.
const mostTries = 3

/**
 * Returns how long to wait before the same call, in milliseconds, or `undefined` where it must not be
 * made again.
 *
 * A call that was turned away because of too many (429) was not carried out, so it is repeated: after
 * `Retry-After`, else, and where that is nothing, after pauses that double. A command is repeated only where nothing was sent or it
 * was turned away. The plan's limit (430) does not pass by waiting.
 */
export function nextTryMs({ error, tries, isCommand, jitter }: FailedTry): number | undefined {
  const pauseMs = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs) * (0.5 + jitter / 2)
  // Who asks to come back at once, again and again, gets pauses all the same.
  const waitMs = error.retryAfterMs || pauseMs
  if (error.status === 429) return waitMs
  if (tries >= mostTries) return undefined
  if (error.failure === 'unreachable') return pauseMs
  if (isCommand || !isPassing(error)) return undefined
  return waitMs
}

/** Whether a failed reading may succeed in a moment. */
function isPassing({ failure, status = 0 }: SmartcarApiError): boolean {
  if (failure === 'timeout') return false
  if (failure === 'unreadable') return status === 0 || status >= 500
  return status === 500 || status === 502 || status === 503 || status === 504
}
