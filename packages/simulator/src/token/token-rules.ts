// The rules of codes and tokens. They decide and change nothing.

import type { CodeRecord, RefreshToken } from '../memory/state.ts'

/** How long a code lives: 10 minutes. */
export const codeLifetimeMs: number = 10 * 60 * 1000
/** How long an access token lives: 2 hours, in the seconds of `expires_in`. */
export const accessLifetimeSeconds = 7200
/** How long a machine's token lives: 1 hour, in the seconds of `expires_in`. */
export const machineLifetimeSeconds = 3600
/** How long a refresh token lives: 60 days. */
export const refreshLifetimeMs: number = 60 * 24 * 60 * 60 * 1000

/** Whether a code or token may be used; if not, why, and whether to revoke the grant. */
export type Decision =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string; readonly revoke: boolean }

/**
 * Decides about a code. A second use is a sign of theft, so it revokes the grant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 */
export function decideCode(
  code: CodeRecord | undefined,
  clientId: string,
  redirectUri: string | undefined,
  nowMs: number,
): Decision {
  if (code === undefined || code.clientId !== clientId) {
    return refuse('The code is not one that was given to this application.')
  }
  if (code.used) {
    return refuse('The code was used before. What it gave has been revoked.', true)
  }
  if (nowMs >= code.expiresAtMs) return refuse('The code has expired.')
  if (redirectUri !== code.redirectUri) {
    return refuse('redirect_uri is not the one that the code was given for.')
  }
  return { ok: true }
}

/** Decides about a refresh token. A replaced one keeps working for the grace. */
export function decideRefreshToken(
  token: RefreshToken | undefined,
  clientId: string,
  nowMs: number,
  graceMs: number,
): Decision {
  if (token === undefined || token.clientId !== clientId) {
    return refuse('The refresh token is not one that was given to this application.')
  }
  if (nowMs >= token.expiresAtMs) return refuse('The refresh token has expired.')
  if (token.replacedAtMs !== undefined && nowMs - token.replacedAtMs >= graceMs) {
    return refuse('The refresh token was replaced by a newer one.')
  }
  return { ok: true }
}

function refuse(reason: string, revoke = false): Decision {
  return { ok: false, reason, revoke }
}
