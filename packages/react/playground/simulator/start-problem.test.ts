// Each reason why the simulator does not start has an advice of its own.

import { expect, test } from 'vitest'
import { startProblem } from './start-problem.ts'

const fine = { isSecure: true, hasWorkers: true }

test.each([
  ['a page without https', { isSecure: false, hasWorkers: false }, /https, or on localhost/, false],
  ['a private window', { isSecure: true, hasWorkers: false }, /ordinary window/, false],
  ['blocked site data', { ...fine, error: 'SecurityError' }, /Allow cookies and site data/, true],
  ['no answer', { ...fine, error: 'TimeoutError' }, /other tabs/, true],
  ['a file that is missing', { ...fine, error: 'TypeError' }, /simulator-worker\.js/, true],
])('%s', (_, facts, advice, canRetry) => {
  const problem = startProblem(facts)
  expect(problem.advice).toMatch(advice)
  expect(problem.canRetry).toBe(canRetry)
  expect(problem.title).toMatch(/^[A-Z].*\.$/)
})
