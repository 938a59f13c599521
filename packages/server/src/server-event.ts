// What happened, for logs and metrics: structured, without codes, tokens or secrets.
import type { ProblemCode } from './http/problem.ts'
import type { RefusalReason } from './http/request-guard.ts'
import type { TokenFailure } from './provider/token-request.ts'

/** Something worth counting or logging. Every field is safe to store. */
export type ServerEvent =
  | { type: 'exchange_refused'; reason: RefusalReason; status: number }
  | { type: 'session_started' }
  | { type: 'session_refused'; reason: RefusalReason; status: number }
  | { type: 'session_failed'; problem: ProblemCode; status: number }
  | { type: 'exchange_replayed'; status: number }
  | { type: 'exchange_failed'; problem: ProblemCode; status: number }
  | { type: 'exchange_succeeded'; durationMs: number }
  | { type: 'outcome_not_stored' }
  | { type: 'connection_refreshed' }
  | { type: 'refresh_failed'; failure: TokenFailure }
  | { type: 'connection_needs_reauth' }

/** Receives events. What it throws is dropped: a broken log must not break an exchange. */
export type OnEvent = (event: ServerEvent) => void

/** Wraps a listener so that calling it never throws. */
export function safeEmit(onEvent: OnEvent | undefined): OnEvent {
  return event => {
    try {
      onEvent?.(event)
    } catch {
      // The listener's own failure is its own.
    }
  }
}
