// Waits for a SQLite file that another process has locked, without blocking this process.

import { deadlineIn } from '../timing/deadline.ts'

const waitMs = 5000
const firstPauseMs = 2
const maxPauseMs = 50

/**
 * Says whether another process or connection held a lock: SQLITE_BUSY or SQLITE_LOCKED, with any
 * extension.
 *
 * @see https://www.sqlite.org/rescode.html
 */
function isLocked(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false
  const code = Number(error.errcode) & 0xff
  return code === 5 || code === 6
}

/**
 * Does work as soon as no other process has the lock, for five seconds at most. In between, other
 * requests are served.
 *
 * @throws what the work threw, once the time is over or where it was not about a lock.
 */
export async function whenFree<T>(work: () => T): Promise<T> {
  const deadline = deadlineIn(waitMs)
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || deadline.remainingMs() === 0) throw error
      // A random pause, so that waiting processes do not meet each time.
      await new Promise(resolve => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)))
    }
  }
}
