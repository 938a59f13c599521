// Repeats a call to a provider that is busy, as the provider asks and within one deadline.

import { type Deadline, pauseWithin } from '../timing/deadline.ts'
import { ProviderError } from './provider-error.ts'

const maxTries = 3
const pauseMs = 200

/** Says whether the same call may succeed in a moment. A call that took its whole time may not. */
function isPassing({ code, status = 0 }: ProviderError): boolean {
  const isRefusal = status >= 400 && status < 500 && status !== 429
  return !isRefusal && (code === 'unreachable' || code === 'broken')
}

/**
 * Makes a call that may be repeated. A provider that is busy is asked up to three times: after as
 * long as its `Retry-After` says, else after a moment. When that is longer than there is time left,
 * the failure is returned at once.
 *
 * Danger: a code must never be sent by this.
 *
 * @throws {ProviderError} the last failure.
 */
export async function askAgain<T>(deadline: Deadline, ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof ProviderError) || !isPassing(error) || tries === maxTries) throw error
      const waitMs = error.retryAfterMs ?? pauseMs * tries
      if (waitMs >= deadline.remainingMs()) throw error
      await pauseWithin(deadline, waitMs)
    }
  }
}
