// Redeems an authorization code and asks the provider whose it was.

import { readingDeadlineMs } from '../provider/get-json.ts'
import type { MachineAccess } from '../provider/machine-access.ts'
import { markTestVehicles } from '../provider/mark-test-vehicles.ts'
import { type ConnectionFilter, readConnections } from '../provider/read-connections.ts'
import { type GrantedVehicle, readGrant } from '../provider/read-grant.ts'
import { readVins } from '../provider/read-vins.ts'
import { requestTokens } from '../provider/token-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import { failureOf } from '../reporting/failure.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { openHeldTokens, sealHeldTokens } from './held-tokens.ts'
import type { ProviderAccess, ProviderWord, Redemption, RequestedAccess } from './redemption.ts'

/** Reads the connections of a person's vehicles. @returns `undefined` when one is not listed. */
async function readListed(
  { api, token }: MachineAccess,
  filter: ConnectionFilter,
  userId: string,
  vehicles: readonly GrantedVehicle[],
  deadline: Deadline,
): Promise<ReadonlyMap<string, GrantedVehicle> | undefined> {
  const connections = await readConnections(
    api,
    await token.getAccessToken(),
    filter,
    found => vehicles.every(({ id }) => found.some(({ vehicle }) => vehicle.id === id)),
    deadline,
  )
  const own = connections.filter(connection => connection.userId === userId)
  const listed = new Map(own.map(({ vehicle }) => [vehicle.id, vehicle]))
  return vehicles.every(({ id }) => listed.has(id)) ? listed : undefined
}

/** Reads user, vehicles and permissions with the token, and the rest as far as it can be found out. */
async function verify(
  { api, machine }: ProviderAccess,
  accessToken: string,
  { mode, vin, externalId }: RequestedAccess,
  deadline: Deadline,
): Promise<ProviderWord> {
  const { userId, vehicles: granted } = await readGrant(api, accessToken, deadline)
  const vins = vin ? await readVins(api, accessToken, granted, deadline) : new Map()
  // Also with connections: a sample is no real car, whatever else is known about it.
  const vehicles =
    mode === 'live' ? await markTestVehicles(api, accessToken, granted, deadline) : granted
  const word = { userId, vehicles, vins, isListed: false, externalId: null }
  if (machine === undefined) return word
  const asked =
    typeof externalId === 'string'
      ? await readListed(machine, { externalId, mode }, userId, vehicles, deadline)
      : undefined
  const listed = asked ?? (await readListed(machine, { userId, mode }, userId, vehicles, deadline))
  if (listed === undefined) {
    throw new Error('Smartcar does not list every vehicle of this grant yet.')
  }
  return {
    ...word,
    // The sign of a sample comes last, so that credentials never weaken the check.
    vehicles: vehicles.map(own => ({ ...listed.get(own.id), ...own })),
    isListed: true,
    externalId: asked === undefined ? null : (externalId ?? null),
  }
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
      ? await requestTokens(provider.endpoint, code, provider.redirectUri)
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
