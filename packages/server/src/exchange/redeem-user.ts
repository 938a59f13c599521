// Finds the connections of a grant without a code, by an external id that only this server knew.

import { isProviderError } from '../provider/provider-error.ts'
import { readConnections } from '../provider/read-connections.ts'
import { failureOf } from '../reporting/failure.ts'
import type { ProviderAccess, Redemption, RequestedAccess } from './redemption.ts'

/**
 * Checks a user id from the browser against the provider's connections.
 *
 * The user id alone proves nothing, because the machine token reaches every user. The external id of
 * the session does: this server made it for this person, and the provider wrote it to the connection.
 *
 * @returns the connections, or the problem; never throws. Nothing is spent when it fails, so
 * `not_listed` may be tried again.
 */
export async function redeemUser(
  { machine }: ProviderAccess,
  userId: string,
  { responseType, externalId }: RequestedAccess,
): Promise<Redemption> {
  if (machine === undefined || responseType !== 'none' || typeof externalId !== 'string') {
    return { ok: false, problem: 'identity_mismatch' }
  }
  try {
    const connections = await readConnections(
      machine.api,
      await machine.token.getAccessToken(),
      { externalId },
      found => found.length > 0,
    )
    if (connections.length === 0) return { ok: false, problem: 'not_listed' }
    if (connections.some(connection => connection.userId !== userId)) {
      return { ok: false, problem: 'identity_mismatch' }
    }
    const vehicles = connections.map(({ vehicle }) => vehicle)
    return { ok: true, redeemed: { kind: 'user', verified: { userId, vehicles } } }
  } catch (thrown) {
    // Wrong credentials stay wrong: only their operator can help.
    const isRefused = isProviderError(thrown) && thrown.code === 'client_refused'
    const failure = failureOf('provider.readConnections', thrown, [externalId])
    return { ok: false, problem: isRefused ? 'client_refused' : 'not_listed', failure }
  }
}
