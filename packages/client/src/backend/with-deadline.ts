// Gives a call to the backend 15 seconds, and ends it when the app cancels.

import type { ConnectErrorCode, Failure, Outcome } from '../errors.ts'

const deadlineMs = 15_000

/**
 * Calls `send` with a signal that is aborted at the deadline and on cancelling. Never rejects.
 *
 * @param cancelled aborted when the app cancels
 * @returns what `send` returns, `exchange_timeout` at the deadline, or `exchange_failed` with what
 *   `send` throws as its cause
 */
export async function withDeadline<T>(
  cancelled: AbortSignal,
  send: (signal: AbortSignal) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const request = new AbortController()
  const { signal } = request
  let isTooLate = false
  const abort = () => request.abort()
  const timer = setTimeout(() => {
    isTooLate = true
    abort()
  }, deadlineMs)
  cancelled.addEventListener('abort', abort)
  try {
    return await Promise.race([
      send(signal),
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
    ])
  } catch (cause) {
    return isTooLate
      ? failure('exchange_timeout', 'The backend did not answer in 15 seconds.', cause)
      : failure('exchange_failed', 'The app’s own exchange function failed.', cause)
  } finally {
    clearTimeout(timer)
    cancelled.removeEventListener('abort', abort)
  }
}

function failure(code: ConnectErrorCode, message: string, cause: unknown): Failure {
  return { ok: false, code, details: { message, cause } }
}
