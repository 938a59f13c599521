// The end of signing in again for a vehicle that is connected already.

import type { SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { findConnection } from '../memory/connections.ts'
import { userIdOf } from './approval.ts'
import { redirectBack } from './redirect-back.ts'

/**
 * Marks the vehicle, and what else is in its account, as signed in again and sends the person back with its id. The external id of the
 * request replaces the one that the owner had.
 */
export function reauthenticate(c: SimulatorContext, attempt: Attempt): Promise<Response> {
  const { state } = c.env
  const { clientId, vehicleId = '', externalId } = attempt.request
  const brandId = state.vehicles.get(vehicleId)?.brandId
  const connections = [...state.connections.values()].filter(one => one.clientId === clientId)
  const people = connections.filter(one => one.vehicleId === vehicleId).map(one => one.userId)
  // An account is what one person has at one carmaker.
  for (const connection of connections) {
    const isOfBrand = state.vehicles.get(connection.vehicleId)?.brandId === brandId
    if (isOfBrand && people.includes(connection.userId)) connection.needsReauthentication = false
  }
  const owner = state.users.get(userIdOf(attempt))
  if (owner !== undefined && findConnection(state, owner.id, vehicleId) !== undefined) {
    if (externalId === null) delete owner.externalId
    else if (externalId !== undefined) owner.externalId = externalId
  }
  return redirectBack(c, attempt, { kind: 'reauthenticated', vehicleId })
}
