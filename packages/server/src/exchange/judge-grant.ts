// Compares a redeemed grant with what was asked for and with what the browser says.

import type { UnverifiedGrant } from './posted-grant.ts'
import type { RedeemedGrant, RequestedAccess } from './redemption.ts'

/**
 * What is wrong with a grant.
 *
 * - `identity_mismatch`: the browser names another user, vehicle or external id than the provider or
 *   the started session.
 * - `insufficient_permissions`: a required permission is missing.
 * - `unexpected_permissions`: more was granted than was asked for, as after an edited URL.
 * - `wrong_mode`: a simulated vehicle where a live one was asked for, or the other way round.
 */
export type GrantProblem =
  | 'identity_mismatch'
  | 'insufficient_permissions'
  | 'unexpected_permissions'
  | 'wrong_mode'

const requiredPrefix = 'required:'

/** `test` is the older name of `simulated`. A mode that the provider did not tell is accepted. */
function isOtherMode(granted: string | undefined, requested: string): boolean {
  return granted !== undefined && (granted === 'live') !== (requested === 'live')
}

/** Whether a grant may be given to the app, or the first problem. */
export type Verdict = { ok: true } | { ok: false; problem: GrantProblem }

/** Decides whether a grant may be given to the app: whether it is as it was asked for. */
export function judgeGrant(
  redeemed: RedeemedGrant,
  unverified: UnverifiedGrant,
  requested: RequestedAccess,
): Verdict {
  if (redeemed.kind === 'vehicle') return judgeVehicle(redeemed.vehicleId, requested)
  const { verified } = redeemed
  const { userId, vehicleId, externalId } = unverified
  if (userId !== undefined && userId !== verified.userId) {
    return { ok: false, problem: 'identity_mismatch' }
  }
  if (vehicleId !== undefined && !verified.vehicles.some(({ id }) => id === vehicleId)) {
    return { ok: false, problem: 'identity_mismatch' }
  }
  if (typeof requested.externalId === 'string' && externalId !== undefined) {
    if (externalId !== requested.externalId) return { ok: false, problem: 'identity_mismatch' }
  }
  const { mode, scope = [] } = requested
  if (mode !== undefined && verified.vehicles.some(vehicle => isOtherMode(vehicle.mode, mode))) {
    return { ok: false, problem: 'wrong_mode' }
  }
  if (scope.length === 0) return { ok: true }
  const needed = scope
    .filter(name => name.startsWith(requiredPrefix))
    .map(name => name.slice(requiredPrefix.length))
  const allowed = new Set(scope.map(name => name.replace(requiredPrefix, '')))
  for (const { permissions } of verified.vehicles) {
    if (needed.some(name => !permissions.includes(name))) {
      return { ok: false, problem: 'insufficient_permissions' }
    }
    if (permissions.some(name => !allowed.has(name))) {
      return { ok: false, problem: 'unexpected_permissions' }
    }
  }
  return { ok: true }
}

/**
 * Without a started session the vehicle id is only what the browser says. The app must check that it
 * owns the vehicle.
 */
function judgeVehicle(vehicleId: string, requested: RequestedAccess): Verdict {
  const isOther = requested.vehicleId !== undefined && requested.vehicleId !== vehicleId
  return isOther ? { ok: false, problem: 'identity_mismatch' } : { ok: true }
}
