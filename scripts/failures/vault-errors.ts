// The codes of a VaultError: where each happens, and what developer and person do.

import type { VaultErrorCode } from '../../packages/server/src/vault/vault-error.ts'
import { type FailureRows, rows } from './failure-row.ts'

/** By code, in the order of the way. */
export const vaultErrors: FailureRows<VaultErrorCode> = {
  ...rows('reading', {
    unknown_connection: 'Offer to connect.',
    key_missing: 'Add the key back under its `kid`.',
    tampered: 'Restore the row, or offer to connect again.',
    store_unavailable: 'Look at the database and at `cause`.',
  }),
  ...rows('refreshing', {
    needs_reauth: 'Open Connect for this vehicle (`vehicleId`).',
    refresh_failed: 'Look at the event `refresh_failed`.',
    not_stored: 'Look at the database at once: the provider’s grace is short.',
  }),
}

/** What a person can do about each: the page of the app says it. */
export const vaultActions: Readonly<Record<VaultErrorCode, string>> = {
  unknown_connection: 'connect',
  key_missing: 'wait',
  tampered: 'connect again',
  store_unavailable: 'try again later',
  needs_reauth: 'connect again',
  refresh_failed: 'try again later',
  not_stored: 'try again later',
}
