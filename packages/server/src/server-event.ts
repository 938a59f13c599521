// What happened, for logs and metrics: structured, without codes, tokens or secrets.

import type { ProblemCode } from './problems/problem-outcome.ts'
import type { RefusalReason } from './problems/refusal.ts'
import type { TokenProblem } from './provider/token-request.ts'
import type { Failure } from './reporting/failure.ts'
import type { WebhookRefusal } from './webhook/webhook-refusal.ts'

/**
 * Something worth counting or logging. Every field is safe to store: this request's code, tokens and
 * state and the client secret are taken out of `cause`, which is a copy.
 *
 * - `session_started`: the session handler started a session.
 * - `session_refused`: the session handler refused a request before it asked the app; `reason` says
 *   why, `status` is what the browser got.
 * - `session_failed`: no session was started; `problem` and `status` are what the browser got.
 * - `request_refused`: the backend refused a request for the vehicles of a user; `endpoint` is the last
 *   part of its path, such as `disconnect`, `reason` says why, `status` is what the browser got.
 * - `request_failed`: a request for the vehicles of a user failed; `problem` and `status` are what the browser got.
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
 * - `connection_unreadable`: a stored connection does not open. `reference` is the hash that its row
 *   is found by; `code` is that of the `VaultError`.
 * - `simulator_in_production`: `allowSimulatorInProduction` is set and `NODE_ENV` is `production`; it is
 *   told once by all that share a store, on the console too.
 * - `webhook_verified`: the challenge of a webhook was answered.
 * - `webhook_handled`: the app has an event of the type `eventType`; `isTest` for one of the dashboard, which nobody gets.
 * - `webhook_refused`: a delivery was refused; `reason` says why, `status` is what its sender got.
 * - `webhook_failed`: an event was not handled this time; Smartcar delivers it again. `eventType` is
 *   missing where the delivery was not read so far.
 * - `webhook_not_followed`: an event was handled, but the table of vehicles or the open pages may not know
 *   of it yet.
 * - `callback_failed`: a function of the app failed without changing the result, such as
 *   `onNeedsReauth`.
 *
 * Where something failed that is not this package's own, `step` says where, `cause` is what was
 * thrown, and `host`, `providerStatus` and `providerError` are what the provider said.
 */
export type ServerEvent =
  | { type: 'session_started' }
  | { type: 'simulator_in_production' }
  | { type: 'session_refused'; reason: RefusalReason; status: number }
  | ({ type: 'session_failed'; problem: ProblemCode; status: number } & Partial<Failure>)
  | { type: 'request_refused'; endpoint: string; reason: RefusalReason; status: number }
  | ({
      type: 'request_failed'
      endpoint: string
      problem: ProblemCode
      status: number
    } & Partial<Failure>)
  | { type: 'exchange_refused'; reason: RefusalReason; status: number }
  | { type: 'exchange_succeeded'; durationMs: number }
  | ({ type: 'exchange_failed'; problem: ProblemCode; status: number } & Partial<Failure>)
  | { type: 'exchange_replayed'; status: number }
  | ({ type: 'outcome_not_stored' } & Partial<Failure>)
  | { type: 'connection_refreshed' }
  | ({ type: 'refresh_failed'; problem: TokenProblem } & Partial<Failure>)
  | { type: 'connection_needs_reauth' }
  | { type: 'connection_unreadable'; reference: string; code: 'key_missing' | 'tampered' }
  | ({ type: 'callback_failed' } & Failure)
  | { type: 'webhook_verified' }
  | { type: 'webhook_handled'; eventType: string; isTest: boolean }
  | { type: 'webhook_refused'; reason: WebhookRefusal; status: number }
  | ({ type: 'webhook_failed'; eventType?: string } & Failure)
  | ({ type: 'webhook_not_followed'; eventType: string } & Failure)

/**
 * Receives events. It may be asynchronous, and nothing waits for it. What it throws or rejects with
 * is dropped, because a broken log must not break an exchange; outside production the console shows
 * it once.
 */
export type OnEvent = (event: ServerEvent) => void
