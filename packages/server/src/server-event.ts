// What happened, for logs and metrics: structured, without codes, tokens or secrets.

import type { ProblemCode } from './problems/problem-outcome.ts'
import type { RefusalReason } from './problems/refusal.ts'
import type { TokenProblem } from './provider/token-request.ts'

/**
 * Something worth counting or logging. Every field is safe to store.
 *
 * - `session_started`: the session handler started a session.
 * - `session_refused`: the session handler refused a request before it asked the app; `reason` says
 *   why, `status` is what the browser got.
 * - `session_failed`: no session was started; `problem` and `status` are what the browser got.
 * - `exchange_refused`: the exchange handler refused a request before anything was sent to the
 *   provider; `reason` says why, `status` is what the browser got.
 * - `exchange_succeeded`: the app has the grant. `durationMs` is the time from the claim to the
 *   return of the callback, in milliseconds.
 * - `exchange_failed`: the grant was not connected; `problem` and `status` are what the browser got.
 * - `exchange_replayed`: a repeated post got the outcome of the first; `status` is that outcome's.
 * - `outcome_not_stored`: the store lost the outcome of an exchange, so a repeated post will get
 *   `outcome_unknown`.
 * - `connection_refreshed`: the vault stored new tokens of a connection.
 * - `refresh_failed`: the provider gave no new tokens this time; `problem` says why. The old ones are
 *   kept.
 * - `connection_needs_reauth`: the provider refused the refresh token for good, so the person must
 *   connect again.
 */
export type ServerEvent =
  | { type: 'session_started' }
  | { type: 'session_refused'; reason: RefusalReason; status: number }
  | { type: 'session_failed'; problem: ProblemCode; status: number }
  | { type: 'exchange_refused'; reason: RefusalReason; status: number }
  | { type: 'exchange_succeeded'; durationMs: number }
  | { type: 'exchange_failed'; problem: ProblemCode; status: number }
  | { type: 'exchange_replayed'; status: number }
  | { type: 'outcome_not_stored' }
  | { type: 'connection_refreshed' }
  | { type: 'refresh_failed'; problem: TokenProblem }
  | { type: 'connection_needs_reauth' }

/** Receives events. What it throws is dropped, because a broken log must not break an exchange. */
export type OnEvent = (event: ServerEvent) => void

/** Wraps a listener so that calling it never throws. */
export function safeEmit(onEvent: OnEvent | undefined): OnEvent {
  return event => {
    try {
      onEvent?.(event)
    } catch {
      // See OnEvent: what a listener throws is dropped.
    }
  }
}
