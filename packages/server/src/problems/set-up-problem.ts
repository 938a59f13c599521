// What is told where options cannot work, or the store they name does not answer.

import { type Failure, failureOf } from '../reporting/failure.ts'

/** The problem of a set-up, and its cause for developers. */
export type SetUpProblem = {
  readonly problem: 'configuration' | 'store_unavailable'
  readonly failure: Failure
}

/**
 * Says what a judgement of options threw: a mistake of a developer is no problem of the store, and the
 * other way round.
 */
export function setUpProblem(thrown: unknown): SetUpProblem {
  return thrown instanceof TypeError
    ? { problem: 'configuration', failure: failureOf('options', thrown, []) }
    : { problem: 'store_unavailable', failure: failureOf('store.check', thrown, []) }
}
