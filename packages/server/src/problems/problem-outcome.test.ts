// What the browser reads when something went wrong.

import { expect, test } from 'vitest'
import { type ProblemCode, problemOutcome, refusalOutcome } from './problem-outcome.ts'
import type { Refusal } from './refusal.ts'

// A code without a row does not compile.
const statuses: Record<ProblemCode, number> = {
  grant_refused: 400,
  client_refused: 502,
  unreachable: 503,
  timeout: 504,
  provider_failed: 502,
  outcome_unknown: 504,
  in_progress: 503,
  not_stored: 500,
  store_unavailable: 503,
  app_failed: 503,
  not_started: 503,
  configuration: 500,
  body_read: 500,
  cross_site: 403,
  too_many: 429,
  not_verified: 503,
  not_listed: 503,
  identity_mismatch: 403,
  not_yours: 403,
  not_told: 502,
  wrong_vehicle: 403,
  insufficient_permissions: 403,
  unexpected_permissions: 403,
  wrong_mode: 403,
}

test.each(Object.entries(statuses))('tells %s in sentences, with status %i', (code, status) => {
  const outcome = problemOutcome(code as ProblemCode)
  expect(outcome.status).toBe(status)
  expect(JSON.parse(outcome.body ?? '')).toEqual({
    type: `https://smartcar-connect.github.io/troubleshooting#${code}`,
    title: expect.stringMatching(/^[A-Z][^.]{15,}\.$/),
    status,
    detail: expect.stringMatching(/^[A-Z].{20,}\. [A-Z].{6,}\.$|^[A-Z].{60,}\.$/),
    code,
  })
})

test('tells nothing but that a request was refused', { tags: ['T33'] }, () => {
  const refusals: Refusal[] = [
    { ok: false, status: 405, reason: 'method' },
    { ok: false, status: 415, reason: 'content_type' },
    { ok: false, status: 403, reason: 'origin' },
    { ok: false, status: 403, reason: 'session_mismatch' },
    { ok: false, status: 403, reason: 'kind_mismatch' },
    { ok: false, status: 401, reason: 'no_session' },
    { ok: false, status: 409, reason: 'code_reused' },
    { ok: false, status: 408, reason: 'body_timeout' },
    { ok: false, status: 413, reason: 'body_size' },
    { ok: false, status: 400, reason: 'body_shape' },
  ]
  const bodies = refusals.map(refusal => refusalOutcome(refusal).body)
  expect(new Set(bodies).size).toBe(1)
})

test.each([
  ['body_read', 500],
  ['cross_site', 403],
  ['too_many', 429],
] as const)('says what can be done about the refusal %s', (reason, status) => {
  expect(refusalOutcome({ ok: false, status, reason })).toEqual(problemOutcome(reason))
})
