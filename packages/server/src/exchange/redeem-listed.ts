// Finds the connections of a grant without a code, by an external id that only this server knew.

import type { MachineAccess } from '../provider/machine-access.ts'
import { type ListedConnection, readConnections } from '../provider/read-connections.ts'
import { readListedVins } from '../provider/read-vins.ts'
import { failureOf } from '../reporting/failure.ts'
import type { Redemption, RequestedAccess } from './redemption.ts'

/**
 * Asks the provider for the connections under the external id of the session.
 *
 * An id from the browser proves nothing, because the machine token reaches every user. The external id
 * of the session does: this server made it for this person, and the provider wrote it to the
 * connection. For a vehicle it is made for this one sign-in, so a vehicle that is listed under it was
 * signed in to again.
 *
 * @returns what is listed, or the problem; never throws. Nothing is spent when it fails, so
 * `not_listed` may be tried again.
 */
export async function redeemListed(
  machine: MachineAccess | undefined,
  kind: 'user' | 'vehicle',
  requested: RequestedAccess,
): Promise<Redemption> {
  const { externalId, vehicleId, vin } = requested
  const wantsVehicle = kind === 'vehicle'
  if (machine === undefined || typeof externalId !== 'string' || (wantsVehicle && !vehicleId)) {
    return { ok: false, problem: 'identity_mismatch' }
  }
  function isWanted({ vehicle }: ListedConnection): boolean {
    return !wantsVehicle || vehicle.id === vehicleId
  }
  try {
    const accessToken = await machine.token.getAccessToken()
    const connections = await readConnections(machine.api, accessToken, { externalId }, found =>
      found.some(isWanted),
    )
    const [first] = connections
    if (first === undefined || !connections.some(isWanted)) {
      return { ok: false, problem: 'not_listed' }
    }
    const { userId } = first
    // The external id is this person's alone, so nobody else may be listed under it.
    if (connections.some(connection => connection.userId !== userId)) {
      return { ok: false, problem: 'identity_mismatch' }
    }
    const vehicles = connections.filter(isWanted).map(({ vehicle }) => vehicle)
    const vins = vin ? await readListedVins(machine.api, accessToken, userId, vehicles) : new Map()
    const known = vehicles.map(({ id }) => vins.get(id))
    // The signals of a new vehicle arrive late, so a VIN that is not known yet is asked for again.
    if (vin && !known.includes(vin.toUpperCase()) && known.includes(undefined)) {
      return { ok: false, problem: 'not_listed' }
    }
    const verified = { userId, vehicles, isListed: true, externalId, vins }
    return { ok: true, redeemed: { kind, verified } }
  } catch (thrown) {
    const failure = failureOf('provider.readConnections', thrown, [])
    return { ok: false, problem: 'not_listed', failure }
  }
}
