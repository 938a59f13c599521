// Compares a grant of any kind with what was asked for and with what the browser says.

import type { UnverifiedGrant } from './posted-grant.ts'
import type { ProviderWord, RedeemedGrant, RequestedAccess } from './redemption.ts'

/**
 * What is wrong with a grant.
 *
 * - `identity_mismatch`: the browser names another user, vehicle or external id than the provider, or
 *   the provider another one than the started session.
 * - `not_told`: the provider does not say what was granted: no vehicle, or no mode.
 * - `wrong_mode`: a simulated vehicle where a live one was asked for, or the other way round.
 * - `wrong_vehicle`: one VIN was asked for, and the vehicle has another one or does not tell it.
 * - `insufficient_permissions`: a required permission is missing.
 * - `unexpected_permissions`: more was granted than was asked for, as after an edited URL.
 */
export type GrantProblem =
  | 'identity_mismatch'
  | 'not_told'
  | 'wrong_mode'
  | 'wrong_vehicle'
  | 'insufficient_permissions'
  | 'unexpected_permissions'

/** Whether a grant may be given to the app, or the first problem. */
export type Verdict = { ok: true } | { ok: false; problem: GrantProblem }

const requiredPrefix = 'required:'

/**
 * Decides whether a grant may be given to the app: whether it is as it was asked for. What the
 * provider could say and does not say counts as wrong.
 */
export function judgeGrant(
  { kind, verified }: RedeemedGrant,
  unverified: UnverifiedGrant,
  requested: RequestedAccess,
): Verdict {
  const problem =
    identityProblem(verified, unverified, requested) ??
    modeProblem(verified, requested) ??
    vinProblem(kind, verified, requested) ??
    scopeProblem(verified.vehicles, requested.scope) ??
    (verified.vehicles.length === 0 ? 'not_told' : undefined)
  return problem === undefined ? { ok: true } : { ok: false, problem }
}

function identityProblem(
  { userId, vehicles, isListed, externalId }: ProviderWord,
  unverified: UnverifiedGrant,
  requested: RequestedAccess,
): GrantProblem | undefined {
  function has(vehicleId: string | null | undefined): boolean {
    return typeof vehicleId !== 'string' || vehicles.some(({ id }) => id === vehicleId)
  }
  const isOtherUser = unverified.userId !== undefined && unverified.userId !== userId
  if (isOtherUser || !has(unverified.vehicleId) || !has(requested.vehicleId)) {
    return 'identity_mismatch'
  }
  if (typeof requested.externalId !== 'string') return undefined
  const isOtherId =
    unverified.externalId !== undefined && unverified.externalId !== requested.externalId
  // Without connections nobody but the browser can say under which external id a car was connected.
  const isListedElsewhere = isListed && externalId !== requested.externalId
  return isOtherId || isListedElsewhere ? 'identity_mismatch' : undefined
}

/** `test` is the older name of `simulated`. */
function modeProblem(
  { vehicles, isListed }: ProviderWord,
  { mode: asked }: RequestedAccess,
): GrantProblem | undefined {
  if (typeof asked !== 'string') return undefined
  const modes = vehicles.map(({ mode }) => mode)
  if (modes.some(mode => mode !== undefined && (mode === 'live') !== (asked === 'live'))) {
    return 'wrong_mode'
  }
  return isListed && modes.includes(undefined) ? 'not_told' : undefined
}

function vinProblem(
  kind: RedeemedGrant['kind'],
  { vehicles, vins }: ProviderWord,
  { vin: asked }: RequestedAccess,
): GrantProblem | undefined {
  if (typeof asked !== 'string') return undefined
  const isAsked = vehicles.map(({ id }) => vins.get(id) === asked.toUpperCase())
  // A code opens what was just granted; a list also has the cars that the person connected before.
  const isRight = kind === 'code' ? !isAsked.includes(false) : isAsked.includes(true)
  return isRight && vehicles.length > 0 ? undefined : 'wrong_vehicle'
}

/** Compares permissions with what was asked for; where nothing was asked for, all of them are right. */
export function scopeProblem(
  vehicles: ProviderWord['vehicles'],
  scope: readonly string[] = [],
): GrantProblem | undefined {
  const needed = scope
    .filter(name => name.startsWith(requiredPrefix))
    .map(name => name.slice(requiredPrefix.length))
  // Without a vehicle nothing that is needed was granted.
  if (vehicles.length === 0 && needed.length > 0) return 'insufficient_permissions'
  const allowed = new Set(scope.map(name => name.replace(requiredPrefix, '')))
  for (const { permissions } of vehicles) {
    if (needed.some(name => !permissions.includes(name))) return 'insufficient_permissions'
    if (scope.length > 0 && permissions.some(name => !allowed.has(name))) {
      return 'unexpected_permissions'
    }
  }
  return undefined
}
