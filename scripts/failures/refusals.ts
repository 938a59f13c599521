// Why a request is refused: what only events tell, and what the developer does.

import type { RefusalReason } from '../../packages/server/src/problems/refusal.ts'
import { refusalAdvice } from '../../packages/server/src/problems/refusal-advice.ts'
import { type FailureRows, rows } from './failure-row.ts'

/** Which reasons each check has, in their order. */
const checks = {
  headers: [
    'method',
    'content_type',
    'custom_header',
    'origin',
    'fetch_site',
    'cross_site',
    'idempotency_key',
  ],
  body: ['body_read', 'body_timeout', 'body_size', 'body_shape'],
  session: [
    'no_session',
    'grant_kind',
    'kind_mismatch',
    'session_mismatch',
    'not_yours',
    'setup_mismatch',
  ],
  grant: ['too_many', 'code_reused'],
} as const satisfies Readonly<Record<string, readonly RefusalReason[]>>

/** The rows of one check; what the developer does is what the console says as well. */
function rowsOf<Reason extends RefusalReason>(
  step: string,
  reasons: readonly Reason[],
): FailureRows<Reason> {
  const advice = Object.fromEntries(reasons.map(reason => [reason, refusalAdvice[reason]]))
  return rows(step, advice as Record<Reason, string>)
}

/** By reason, in the order of the checks. */
export const refusals: FailureRows<RefusalReason> = {
  ...rowsOf('headers', checks.headers),
  ...rowsOf('body', checks.body),
  ...rowsOf('session', checks.session),
  ...rowsOf('grant', checks.grant),
}
