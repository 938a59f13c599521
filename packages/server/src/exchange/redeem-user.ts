// Finds the connection of a grant without a code, by an external id that only this server knew.

import { readConnections } from '../provider/provider-connections.ts'
import type { FlowSetup } from '../stores/flow-store.ts'
import { judgeGrant } from './judge-grant.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import { contextOf, handOver, type Redeemed, type RedemptionSettings } from './redemption.ts'

/**
 * Checks a user id from the browser against the provider's connections and hands them to the app.
 *
 * The user id alone proves nothing: the machine token reaches every user. The session's external id
 * does, because this server made it for this person and the provider wrote it to the connection.
 * Never throws; nothing was spent when it fails, so it may be tried again.
 */
export async function redeemUser<T>(
  settings: RedemptionSettings<T>,
  request: Request,
  { userId, unverified }: { userId: string; unverified: UnverifiedGrant },
  setup: FlowSetup | undefined,
): Promise<Redeemed> {
  const { machine, onConnected } = settings
  const externalId = setup?.externalId ?? undefined
  if (machine === undefined || setup?.responseType !== 'none' || externalId === undefined) {
    return { problem: 'identity_mismatch' }
  }
  try {
    const accessToken = await machine.token.getAccessToken()
    const found = await readConnections(
      machine.api,
      accessToken,
      { externalId },
      list => list.length > 0,
    )
    if (found.length === 0) return { problem: 'not_listed' }
    const own = found.filter(connection => connection.userId === userId)
    if (own.length !== found.length) return { problem: 'identity_mismatch' }
    const verified = { userId, vehicles: own.map(({ vehicle }) => vehicle) }
    const fault = judgeGrant(verified, unverified, setup)
    if (fault !== undefined) return { problem: fault }
    return await handOver(() => onConnected?.(contextOf(request, verified, unverified)))
  } catch {
    return { problem: 'not_listed' }
  }
}
