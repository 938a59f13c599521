// The problems of the handlers: where each happens, and what the developer does.

import { problemAdvice } from '../../packages/server/src/problems/problem-advice.ts'
import type { ProblemCode } from '../../packages/server/src/problems/problem-outcome.ts'
import { type FailureRows, rows } from './failure-row.ts'

/** The problems of each step, in the order of the way. */
const steps = {
  request: [
    'configuration',
    'body_read',
    'cross_site',
    'too_many',
    'app_failed',
    'not_started',
    'in_progress',
  ],
  Smartcar: [
    'unreachable',
    'timeout',
    'grant_refused',
    'client_refused',
    'provider_failed',
    'not_verified',
    'not_listed',
  ],
  judging: [
    'identity_mismatch',
    'not_yours',
    'not_told',
    'wrong_vehicle',
    'insufficient_permissions',
    'unexpected_permissions',
    'wrong_mode',
  ],
  storing: ['not_stored', 'outcome_unknown', 'store_unavailable'],
} as const satisfies Readonly<Record<string, readonly ProblemCode[]>>

/** The rows of one step; what the developer does is what the console says as well. */
function rowsOf<Code extends ProblemCode>(step: string, codes: readonly Code[]): FailureRows<Code> {
  const advice = Object.fromEntries(codes.map(code => [code, problemAdvice[code]]))
  return rows(step, advice as Record<Code, string>)
}

/** By problem, in the order of the way. */
export const problems: FailureRows<ProblemCode> = {
  ...rowsOf('request', steps.request),
  ...rowsOf('Smartcar', steps.Smartcar),
  ...rowsOf('judging', steps.judging),
  ...rowsOf('storing', steps.storing),
}
