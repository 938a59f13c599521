// What the browser reads when something went wrong.

import { expect, test } from 'vitest'
import { type ProblemCode, problemOutcome, refusalOutcome } from './problem-outcome.ts'

// A code without a row does not compile.
const statuses: Record<ProblemCode, number> = {
  grant_refused: 400,
  client_refused: 502,
  unreachable: 503,
  timeout: 504,
  provider_failed: 502,
  outcome_unknown: 504,
  not_stored: 500,
  store_unavailable: 503,
  not_started: 503,
  too_many: 429,
  not_verified: 503,
  not_listed: 503,
  identity_mismatch: 403,
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
  const bodies = [400, 401, 403, 405, 409, 413, 415].map(status => refusalOutcome(status).body)
  expect(new Set(bodies).size).toBe(1)
})
