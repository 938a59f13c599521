// Compares what was granted with what was asked and with what the browser claims.

import type { VerifiedGrant } from '../provider/provider-api.ts'
import type { UnverifiedGrant } from './posted-grant.ts'

/**
 * What is wrong with a grant.
 *
 * - `identity_mismatch`: the browser names another user, vehicle or external id than the provider.
 * - `insufficient_permissions`: a required permission is missing.
 * - `unexpected_permissions`: more was granted than was asked, as after an edited URL.
 * - `wrong_mode`: a simulated vehicle where a live one was asked for, or the other way round.
 */
export type GrantFault =
  | 'identity_mismatch'
  | 'insufficient_permissions'
  | 'unexpected_permissions'
  | 'wrong_mode'

/** What was asked; left out where it is not known. */
export type Asked = {
  /** As in the URL, `required:` prefixes included; empty where the dashboard decides. */
  scope?: readonly string[]
  externalId?: string | null
  mode?: 'live' | 'simulated' | 'test'
}

const required = 'required:'

/** `test` is the older name of `simulated`. A mode that the provider did not tell is no fault. */
function isOtherMode(granted: string | undefined, asked: string | undefined): boolean {
  return granted !== undefined && (granted === 'live') !== (asked === 'live')
}

/**
 * Decides whether a grant may be stored.
 *
 * @returns the first fault, or `undefined` for a grant that is as asked.
 */
export function judgeGrant(
  verified: VerifiedGrant,
  unverified: UnverifiedGrant,
  asked: Asked,
): GrantFault | undefined {
  const { userId, vehicleId, externalId } = unverified
  if (userId !== undefined && userId !== verified.userId) return 'identity_mismatch'
  if (vehicleId !== undefined && !verified.vehicles.some(({ id }) => id === vehicleId)) {
    return 'identity_mismatch'
  }
  if (typeof asked.externalId === 'string' && externalId !== undefined) {
    if (externalId !== asked.externalId) return 'identity_mismatch'
  }
  const modes = verified.vehicles.map(({ mode }) => mode)
  if (asked.mode !== undefined && modes.some(mode => isOtherMode(mode, asked.mode))) {
    return 'wrong_mode'
  }
  const { scope = [] } = asked
  if (scope.length === 0) return undefined
  const needed = scope.filter(name => name.startsWith(required)).map(name => name.slice(9))
  const allowed = new Set(scope.map(name => name.replace(required, '')))
  for (const { permissions } of verified.vehicles) {
    if (needed.some(name => !permissions.includes(name))) return 'insufficient_permissions'
    if (permissions.some(name => !allowed.has(name))) return 'unexpected_permissions'
  }
  return undefined
}
