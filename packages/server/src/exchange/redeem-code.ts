// Redeems an authorization code and asks the provider whose it was.

import { readingDeadline } from '../provider/get-json.ts'
import { markTestVehicles } from '../provider/mark-test-vehicles.ts'
import { readConnections } from '../provider/read-connections.ts'
import { readGrant, type VerifiedGrant } from '../provider/read-grant.ts'
import { requestTokens } from '../provider/token-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import { failureOf } from '../reporting/failure.ts'
import { openHeldTokens, sealHeldTokens } from './held-tokens.ts'
import type { ProviderAccess, Redemption, RequestedAccess } from './redemption.ts'

/** Reads user, vehicles and permissions with the token, and modes as far as they can be found out. */
async function verify(
  { api, machine }: ProviderAccess,
  accessToken: string,
  requested: RequestedAccess,
): Promise<VerifiedGrant> {
  const deadline = readingDeadline()
  const grant = await readGrant(api, accessToken, deadline)
  if (machine === undefined) {
    if (requested.mode !== 'live') return grant
    return {
      ...grant,
      vehicles: await markTestVehicles(api, accessToken, grant.vehicles, deadline),
    }
  }
  const { userId, vehicles } = grant
  const connections = await readConnections(
    machine.api,
    await machine.token.getAccessToken(),
    { userId },
    found => vehicles.every(({ id }) => found.some(({ vehicle }) => vehicle.id === id)),
    deadline,
  )
  const listed = new Map(connections.map(({ vehicle }) => [vehicle.id, vehicle]))
  return { userId, vehicles: vehicles.map(own => ({ ...listed.get(own.id), ...own })) }
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
): Promise<Redemption> {
  const answer =
    held === undefined
      ? await requestTokens(provider.endpoint, code, provider.redirectUri)
      : await openHeld(held, code)
  if (!answer.ok) return answer
  const { tokens } = answer
  try {
    const verified = await verify(provider, tokens.accessToken, requested)
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
