// Turns a code into stored tokens: ask, verify, judge, hand over.

import { markTestVehicles } from '../provider/mark-test-vehicles.ts'
import { readGrant, type VerifiedGrant } from '../provider/provider-api.ts'
import { readConnections } from '../provider/provider-connections.ts'
import { requestTokens } from '../provider/token-request.ts'
import type { FlowSetup } from '../stores/flow-store.ts'
import { type Asked, judgeGrant } from './judge-grant.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import { contextOf, handOver, type Redeemed, type RedemptionSettings } from './redemption.ts'

/** User, vehicles and permissions by the token; modes too as far as they can be found out. */
async function verify<T>(
  { api, machine }: RedemptionSettings<T>,
  accessToken: string,
  asked: Asked,
): Promise<VerifiedGrant> {
  const grant = await readGrant(api, accessToken)
  if (machine === undefined) {
    if (asked.mode !== 'live') return grant
    return { ...grant, vehicles: await markTestVehicles(api, accessToken, grant.vehicles) }
  }
  const { userId } = grant
  const connections = await readConnections(
    machine.api,
    await machine.token.getAccessToken(),
    { userId },
    found => grant.vehicles.every(({ id }) => found.some(({ vehicle }) => vehicle.id === id)),
  )
  const listed = new Map(connections.map(({ vehicle }) => [vehicle.id, vehicle]))
  return { userId, vehicles: grant.vehicles.map(own => ({ ...listed.get(own.id), ...own })) }
}

/**
 * Redeems a code, asks the provider whose it is, and hands the tokens to the app.
 *
 * Only ids that the provider named go on. A grant that is not as asked is dropped with its tokens.
 * Never throws.
 */
export async function redeemCode<T>(
  settings: RedemptionSettings<T>,
  request: Request,
  { code, unverified }: { code: string; unverified: UnverifiedGrant },
  setup: FlowSetup | undefined,
): Promise<Redeemed> {
  const { endpoint, redirectUri, onTokens } = settings
  const asked = setup ?? settings.asked
  const answer = await requestTokens(endpoint, code, redirectUri)
  if ('failure' in answer) return { problem: answer.failure }
  const { accessToken } = answer.tokens
  const verified = await verify(settings, accessToken, asked).catch(() => undefined)
  if (verified === undefined) return { problem: 'provider_failed' }
  const fault = judgeGrant(verified, unverified, asked)
  if (fault !== undefined) return { problem: fault }
  return handOver(() => onTokens?.(answer.tokens, contextOf(request, verified, unverified)))
}
