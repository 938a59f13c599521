// Asks a store whether it can be used at all.

import { callApp } from '../reporting/call-app.ts'
import { StepError } from '../reporting/failure.ts'
import type { ExchangeStore } from './exchange-store.ts'

const timeoutMs = 10_000

/**
 * Calls the store's own check, where it has one.
 *
 * @throws what the check throws: a `TypeError` for a store that is set up wrongly.
 */
export async function checkStore(store: Pick<ExchangeStore, 'check'>): Promise<void> {
  try {
    await callApp('store.check', () => store.check?.(), timeoutMs)
  } catch (thrown) {
    throw thrown instanceof StepError ? thrown.cause : thrown
  }
}
