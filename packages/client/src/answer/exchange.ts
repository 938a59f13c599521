// Hands the grant to the app's backend, once, within a deadline.

import { type Endpoint, postJson } from '../backend/post-json.ts'
import { withDeadline } from '../backend/with-deadline.ts'
import type { Outcome } from '../errors.ts'
import type { FullGrant } from '../grant.ts'

/**
 * Where the grant goes: the address of an endpoint, or a function that does the sending.
 * A function must not let the code out to state, logs or addresses. `signal` is aborted when the
 * session is cancelled or 15 seconds are over.
 */
export type Exchange<T> =
  | string
  | Endpoint
  | ((grant: FullGrant, context: { signal: AbortSignal }) => Promise<T>)

/**
 * Sends the grant and reads what the backend answers. Never tries again by itself, never rejects.
 *
 * @param key sent as `Idempotency-Key`: a backend answers a repeat with the first outcome
 * @param cancelled aborted when the app cancels the session
 * @returns `data`, or `exchange_failed`, `exchange_timeout` or `network_error`
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
 */
export function exchangeGrant<T>(
  exchange: Exchange<T>,
  grant: FullGrant,
  key: string,
  cancelled: AbortSignal,
): Promise<Outcome<T>> {
  return withDeadline(cancelled, async signal => {
    if (typeof exchange !== 'function') {
      return postJson<T>(exchange, grant, { 'Idempotency-Key': key }, signal)
    }
    return { ok: true, data: await exchange(grant, { signal }) }
  })
}
