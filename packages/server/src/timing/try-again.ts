// Repeats work that must not be lost, until a deadline.

import { type Deadline, pauseWithin } from './deadline.ts'

const firstPauseMs = 50
const maxPauseMs = 1000

/**
 * Does work again and again until it succeeds, with growing pauses.
 *
 * @throws what the last try threw, once the deadline is over.
 */
export async function tryAgain<T>(deadline: Deadline, work: () => Promise<T>): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    try {
      return await work()
    } catch (error) {
      if (deadline.remainingMs() <= pauseMs) throw error
      await pauseWithin(deadline, pauseMs)
    }
  }
}
