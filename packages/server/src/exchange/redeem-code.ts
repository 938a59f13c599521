// Redeems an authorization code and asks the provider whose it was.

import { readingDeadlineMs } from '../provider/get-json.ts'
import type { MachineAccess } from '../provider/machine-access.ts'
import { markTestVehicles } from '../provider/mark-test-vehicles.ts'
import {
  type ListedConnection,
  type ListProgress,
  readConnections,
} from '../provider/read-connections.ts'
import { type GrantedVehicle, readGrant } from '../provider/read-grant.ts'
import { readVins } from '../provider/read-vins.ts'
import { requestTokens } from '../provider/token-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import { withMachineToken } from '../provider/with-machine-token.ts'
import { failureOf } from '../reporting/failure.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { openHeldTokens, sealHeldTokens } from './held-tokens.ts'
import type { ProviderAccess, ProviderWord, Redemption, RequestedAccess } from './redemption.ts'

/** Asks the provider for connections of the vehicles that a token opened. */
async function readListed(
  { api, sleep }: MachineAccess,
  accessToken: string,
  userId: string,
  vehicles: readonly GrantedVehicle[],
  { mode, externalId }: RequestedAccess,
  deadline: Deadline,
): Promise<Pick<ProviderWord, 'vehicles' | 'externalId'>> {
  function hasAll(found: readonly ListedConnection[]): boolean {
    const own = found.filter(connection => connection.userId === userId)
    return vehicles.every(({ id }) => own.some(({ vehicle }) => vehicle.id === id))
  }
  function progressOf(found: readonly ListedConnection[]): ListProgress {
    return hasAll(found) ? 'complete' : 'missing'
  }
  const own = await readConnections(api, accessToken, { userId, mode }, progressOf, deadline, sleep)
  if (!hasAll(own)) throw new Error('Smartcar does not list every vehicle of this grant yet.')
  const listed = new Map(own.map(({ vehicle }) => [vehicle.id, vehicle]))
  // They are listed, so they are listed under their external id too. There is nothing to wait for.
  const isUnderAsked =
    typeof externalId === 'string' &&
    hasAll(
      await readConnections(api, accessToken, { externalId, mode }, () => 'complete', deadline),
    )
  return {
    // The sign of a sample comes last, so that credentials never weaken the check.
    vehicles: vehicles.map(vehicle => ({ ...listed.get(vehicle.id), ...vehicle })),
    externalId: isUnderAsked ? externalId : null,
  }
}

/** Reads user, vehicles and permissions with the token, and the rest as far as it can be found out. */
async function verify(
  { api, machine }: ProviderAccess,
  accessToken: string,
  requested: RequestedAccess,
  deadline: Deadline,
): Promise<ProviderWord> {
  const { mode, vin } = requested
  const { userId, vehicles: granted } = await readGrant(api, accessToken, deadline)
  const vins = vin ? await readVins(api, accessToken, granted, deadline) : new Map()
  // Also with connections: a sample is no real car, whatever else is known about it.
  const vehicles =
    mode === 'live' ? await markTestVehicles(api, accessToken, granted, deadline) : granted
  const word = { userId, vehicles, vins, isListed: false, externalId: null, connections: [] }
  if (machine === undefined) return word
  const listed = await withMachineToken(machine.token, accessToken =>
    readListed(machine, accessToken, userId, vehicles, requested, deadline),
  )
  return { ...word, ...listed, isListed: true }
}

/**
 * Redeems a code and verifies what the tokens open. Only ids that the provider named are returned.
 *
 * Tokens that came are never lost because a later call fails: they are returned sealed, as `held`.
 *
 * @param held what an earlier call returned for this code; no code is sent then.
 * @returns the tokens with what they open, or the problem; never throws.
 */
export async function redeemCode(
  provider: ProviderAccess,
  code: string,
  requested: RequestedAccess,
  held: string | undefined,
  deadline: Deadline,
): Promise<Redemption> {
  const answer =
    held === undefined
      ? await requestTokens(provider.endpoint, code, requested.redirectUri ?? provider.redirectUri)
      : await openHeld(held, code)
  if (!answer.ok) return answer
  const { tokens } = answer
  try {
    const reading = deadlineIn(Math.min(readingDeadlineMs, deadline.remainingMs()))
    const verified = await verify(provider, tokens.accessToken, requested, reading)
    return { ok: true, redeemed: { kind: 'code', tokens, verified } }
  } catch (thrown) {
    const secrets = [code, tokens.accessToken, tokens.refreshToken]
    return {
      ok: false,
      problem: 'not_verified',
      failure: failureOf('provider.readGrant', thrown, secrets),
      held: await sealHeldTokens(tokens, code),
    }
  }
}

async function openHeld(
  held: string,
  code: string,
): Promise<{ ok: true; tokens: Tokens } | { ok: false; problem: 'outcome_unknown' }> {
  try {
    return { ok: true, tokens: await openHeldTokens(held, code) }
  } catch {
    return { ok: false, problem: 'outcome_unknown' }
  }
}
