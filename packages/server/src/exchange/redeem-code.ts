// Redeems an authorization code and asks the provider whose it was.

import { markTestVehicles } from '../provider/mark-test-vehicles.ts'
import { readConnections } from '../provider/read-connections.ts'
import { readGrant, type VerifiedGrant } from '../provider/read-grant.ts'
import { requestTokens } from '../provider/token-request.ts'
import type { ProviderAccess, Redemption, RequestedAccess } from './redemption.ts'

/** Reads user, vehicles and permissions with the token, and modes as far as they can be found out. */
async function verify(
  { api, machine }: ProviderAccess,
  accessToken: string,
  requested: RequestedAccess,
): Promise<VerifiedGrant> {
  const grant = await readGrant(api, accessToken)
  if (machine === undefined) {
    if (requested.mode !== 'live') return grant
    return { ...grant, vehicles: await markTestVehicles(api, accessToken, grant.vehicles) }
  }
  const { userId, vehicles } = grant
  const connections = await readConnections(
    machine.api,
    await machine.token.getAccessToken(),
    { userId },
    found => vehicles.every(({ id }) => found.some(({ vehicle }) => vehicle.id === id)),
  )
  const listed = new Map(connections.map(({ vehicle }) => [vehicle.id, vehicle]))
  return { userId, vehicles: vehicles.map(own => ({ ...listed.get(own.id), ...own })) }
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
  } catch {
    return { ok: false, problem: 'provider_failed' }
  }
}
