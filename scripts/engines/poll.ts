// Asks until there is an answer.

import { setTimeout as sleep } from 'node:timers/promises'

const deadlineMs = 15_000

/**
 * Asks again and again until the answer is truthy, for 15 seconds.
 *
 * @param what for the message, as in `the popup`
 * @throws Error when there is none by then
 */
export async function poll<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const endMs = performance.now() + deadlineMs
  while (performance.now() < endMs) {
    const answer = await ask()
    if (answer) return answer
    await sleep(50)
  }
  throw new Error(`${what} did not come within ${deadlineMs / 1_000} seconds`)
}
