// Redeems an authorization code and asks the provider whose it was.

import { markTestVehicles } from '../provider/mark-test-vehicles.ts'
import { readConnections } from '../provider/read-connections.ts'
import { readGrant } from '../provider/read-grant.ts'
import { readVins } from '../provider/read-vins.ts'
import { requestTokens } from '../provider/token-request.ts'
import { failureOf } from '../reporting/failure.ts'
import type { ProviderAccess, ProviderWord, Redemption, RequestedAccess } from './redemption.ts'

/** Reads user, vehicles and permissions with the token, and the rest as far as it can be found out. */
async function verify(
  { api, machine }: ProviderAccess,
  accessToken: string,
  { mode, vin, externalId }: RequestedAccess,
): Promise<ProviderWord> {
  const { userId, vehicles: granted } = await readGrant(api, accessToken)
  const vins = vin ? await readVins(api, accessToken, granted) : new Map()
  // Also with connections: a sample is no real car, whatever else is known about it.
  const vehicles = mode === 'live' ? await markTestVehicles(api, accessToken, granted) : granted
  const byToken = { userId, vehicles, vins, isListed: false, externalId: null }
  if (machine === undefined) return byToken
  const connections = await readConnections(
    machine.api,
    await machine.token.getAccessToken(),
    typeof externalId === 'string' ? { externalId } : { userId },
    found => vehicles.every(({ id }) => found.some(({ vehicle }) => vehicle.id === id)),
  )
  const listed = new Map(
    connections
      .filter(connection => connection.userId === userId)
      .map(({ vehicle }) => [vehicle.id, vehicle]),
  )
  return {
    ...byToken,
    // The sign of a sample comes last, so that credentials never weaken the check.
    vehicles: vehicles.map(own => ({ ...listed.get(own.id), ...own })),
    isListed: true,
    externalId: vehicles.every(({ id }) => listed.has(id)) ? (externalId ?? null) : null,
  }
}

/**
 * Redeems a code and verifies what the tokens open. Only ids that the provider named are returned.
 *
 * @returns the tokens with what they open, or the problem; never throws.
 */
export async function redeemCode(
  provider: ProviderAccess,
  code: string,
  requested: RequestedAccess,
): Promise<Redemption> {
  const answer = await requestTokens(provider.endpoint, code, provider.redirectUri)
  if (!answer.ok) return answer
  const { tokens } = answer
  try {
    const verified = await verify(provider, tokens.accessToken, requested)
    return { ok: true, redeemed: { kind: 'code', tokens, verified } }
  } catch (thrown) {
    const failure = failureOf('provider.readGrant', thrown, [tokens.accessToken])
    return { ok: false, problem: 'provider_failed', failure }
  }
}
