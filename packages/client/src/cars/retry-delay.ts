// How long to wait before something is tried again.

const firstMs = 1000
// The backend ends a stream after as long, so a page is never further behind than that.
const mostMs = 5 * 60_000
// A timer with more than that ends at once.
const timerMs = 2 ** 31 - 1

/**
 * The milliseconds until the next try: twice as many after each failure, up to five minutes, and never
 * before the backend wants to be asked again.
 *
 * @param failures how many there were before this one, one after the other
 * @param retryAfterSeconds the `Retry-After` of the backend, if there was one
 * @param random from 0 to 1: half of the wait is left to chance, so that pages which failed together do
 *   not come back together
 */
export function retryDelayMs(failures: number, retryAfterSeconds = 0, random: number): number {
  const delayMs = Math.min(firstMs * 2 ** failures, mostMs)
  return Math.min(retryAfterSeconds * 1000 + delayMs * (0.5 + random / 2), timerMs)
}
