// The rules of codes and tokens. They decide and change nothing.

import type { CodeRecord, RefreshToken } from '../memory/grant.ts'

/** How long a code lives: 10 minutes. */
export const codeLifetimeMs: number = 10 * 60 * 1000
/** How long an access token lives: 2 hours, in the seconds of `expires_in`. */
export const accessLifetimeSeconds = 7200
/** How long a machine's token lives: 1 hour, in the seconds of `expires_in`. */
export const machineLifetimeSeconds = 3600
/** How long a refresh token lives: 60 days. */
export const refreshLifetimeMs: number = 60 * 24 * 60 * 60 * 1000

/** Whether a code may be used; if not, what is wrong, and whether to revoke the grant. */
export type CodeDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly wrong: 'code' | 'redirect-uri'; readonly revoke: boolean }

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
): CodeDecision {
  if (code === undefined || code.clientId !== clientId) return refuse('code')
  if (code.used) return { ok: false, wrong: 'code', revoke: true }
  if (nowMs >= code.expiresAtMs) return refuse('code')
  return redirectUri === code.redirectUri ? { ok: true } : refuse('redirect-uri')
}

/** Whether a refresh token may be used. A replaced one keeps working for the grace. */
export function mayRefresh(
  token: RefreshToken | undefined,
  clientId: string,
  nowMs: number,
  graceMs: number,
): boolean {
  if (token === undefined || token.clientId !== clientId || nowMs >= token.expiresAtMs) return false
  return token.replacedAtMs === undefined || nowMs - token.replacedAtMs < graceMs
}

function refuse(wrong: 'code' | 'redirect-uri'): CodeDecision {
  return { ok: false, wrong, revoke: false }
}
