// Waits until whoever holds a claim has finished it.

import { problemOutcome } from '../http/problem.ts'
import type { ExchangeState, ExchangeStore, Outcome } from '../stores/exchange-store.ts'

const pauseMs = 50

/**
 * The outcome of an exchange that another call has claimed, in this process or another.
 *
 * Ends at the latest when the holder's lease ends. Never claims: a waiting caller sends nothing.
 */
export async function waitForOutcome(
  store: Pick<ExchangeStore, 'readExchange'>,
  keyHash: string,
  first: ExchangeState,
): Promise<Outcome> {
  let state = first
  while (state.status === 'pending') {
    await new Promise(resolve => setTimeout(resolve, pauseMs))
    state = await store.readExchange(keyHash)
  }
  if (state.status === 'finished') return state.outcome
  return problemOutcome(state.status === 'released' ? 'unreachable' : 'outcome_unknown')
}
