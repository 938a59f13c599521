// How keeping and refreshing tokens can fail, as one error with a code.

import { troubleshooting } from '../troubleshooting.ts'

/**
 * What went wrong in a token vault.
 *
 * - `unknown_connection`: nothing is stored for this connection; the person must connect.
 * - `needs_reauth`: the provider no longer accepts the tokens; open Connect again.
 * - `refresh_failed`: no new tokens came this time; the old ones are kept, so try again later.
 * - `not_stored`: new tokens came but could not be written; the next try uses the provider's grace.
 * - `key_missing`: the key that sealed the tokens is not in the key ring; the operator must add it.
 * - `store_unavailable`: the database did not answer or failed; nothing was lost, so try again later.
 * - `tampered`: what is stored does not belong to this connection, or was changed.
 */
export type VaultErrorCode =
  | 'unknown_connection'
  | 'needs_reauth'
  | 'refresh_failed'
  | 'not_stored'
  | 'key_missing'
  | 'store_unavailable'
  | 'tampered'

const messages: Readonly<Record<VaultErrorCode, string>> = {
  unknown_connection:
    'No tokens are stored for this connection, so the car cannot be read. Let the person connect.',
  needs_reauth:
    'Smartcar no longer accepts the tokens of this connection, so the car cannot be read. Open Connect for this vehicle again.',
  refresh_failed:
    'Smartcar gave no new tokens this time, so the car cannot be read now. The connection is kept; try again later.',
  not_stored:
    'New tokens came but could not be stored, so they were not used. Look at the database, then try again soon.',
  key_missing:
    'The key that sealed these tokens is not in the key ring, so they cannot be read. Add the key back under its kid.',
  store_unavailable:
    'The database failed or did not answer in time, so the connection could not be read or written. Look at the cause and the database, then try again.',
  tampered:
    'What is stored does not open as the tokens of this connection at this application and provider, so it is not used. Restore the row, or let the person connect again.',
}

/** A failure of a token vault. Its message and its cause hold no token. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  /** What went wrong. Its section in the documentation has the same name. */
  readonly code: VaultErrorCode

  constructor(code: VaultErrorCode, options?: ErrorOptions) {
    super(`${messages[code]} See ${troubleshooting}#${code}`, options)
    this.code = code
  }
}

/** Says whether a caught value is a {@link VaultError}. */
export function isVaultError(error: unknown): error is VaultError {
  return error instanceof VaultError
}

/**
 * Says why a record does not open: its key is not in the ring, or it is damaged. Whatever else went
 * wrong while opening counts as damage.
 */
export function unreadableCode(thrown: unknown): 'key_missing' | 'tampered' {
  return isVaultError(thrown) && thrown.code === 'key_missing' ? 'key_missing' : 'tampered'
}
