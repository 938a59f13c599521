// Waits until the caller that holds a claim has stored its outcome.

import { problemOutcome } from '../problems/problem-outcome.ts'
import type { ClaimState, ExchangeState, ExchangeStore } from '../stores/exchange-store.ts'
import type { Outcome } from '../stores/outcome.ts'
import { type Deadline, pauseWithin } from '../timing/deadline.ts'

const pauseMs = 50

/**
 * Returns the outcome of an exchange that another call has claimed, in this process or another.
 *
 * It ends when the lease of that call ends, and at the deadline whatever the clock of the store says.
 * It never claims: a waiting call sends nothing to the provider.
 */
export async function waitForOutcome(
  store: Pick<ExchangeStore, 'readExchange'>,
  keyHash: string,
  claim: ClaimState,
  deadline: Deadline,
): Promise<Outcome> {
  let state: ExchangeState = claim
  while (state.status === 'pending') {
    if (deadline.remainingMs() === 0) return problemOutcome('in_progress')
    await pauseWithin(deadline, pauseMs)
    state = await store.readExchange(keyHash)
  }
  if (state.status === 'finished') return state.outcome
  return problemOutcome(state.status === 'unclaimed' ? 'unreachable' : 'outcome_unknown')
}
