// The version 2 vehicle API: the list, the endpoints of a vehicle, and disconnecting.

import type { Incoming } from '../http/incoming.ts'
import { jsonResponse } from '../http/json-response.ts'
import { providerError } from '../http/provider-error.ts'
import type { Simulation } from '../http/simulation.ts'
import { findConnection, removeConnection } from '../memory/connections.ts'
import { randomUuid } from '../memory/random-id.ts'
import { readingsOf } from '../world/readings.ts'
import { readPaging } from './paging.ts'
import { unitsOf } from './units.ts'
import { findAccess, findVehicleAccess } from './vehicle-access.ts'
import type { VehicleEndpoint } from './vehicle-endpoints.ts'
import { vehicleTrouble } from './vehicle-fault.ts'

/** GET /v2.0/vehicles: the ids of the vehicles that the token opens. */
export function listVehicles(simulation: Simulation, incoming: Incoming): Response {
  const access = findAccess(simulation, incoming)
  if (!access.ok) return access.response
  const paging = readPaging(incoming.url.searchParams)
  if (!paging.ok) return providerError('VALIDATION', { description: paging.problem })
  const { limit, offset } = paging
  const ids = access.grant.vehicleIds
  return answer({
    vehicles: ids.slice(offset, offset + limit),
    paging: { count: ids.length, offset },
  })
}

/** GET /v2.0/user: whose vehicles they are. */
export function readUser(simulation: Simulation, incoming: Incoming): Response {
  const access = findAccess(simulation, incoming)
  return access.ok ? answer({ id: access.grant.userId }) : access.response
}

/** GET /v2.0/vehicles/{id}/permissions: what was granted. */
export function listPermissions(simulation: Simulation, incoming: Incoming): Response {
  const access = findVehicleAccess(simulation, incoming)
  if (!access.ok) return access.response
  const paging = readPaging(incoming.url.searchParams)
  if (!paging.ok) return providerError('VALIDATION', { description: paging.problem })
  const { permissions } = access.grant
  const { limit, offset } = paging
  return answer({
    permissions: permissions.slice(offset, offset + limit),
    paging: { count: permissions.length, offset },
  })
}

/** GET of one endpoint of a vehicle, with its permission, units and headers. */
export function readVehicle(
  simulation: Simulation,
  incoming: Incoming,
  endpoint: VehicleEndpoint,
): Response {
  const access = findVehicleAccess(simulation, incoming, endpoint.permission)
  if (!access.ok) return access.response
  const { grant, id, vehicle } = access
  const trouble = vehicleTrouble(grant.scenario, findConnection(simulation, grant.userId, id))
  if (trouble !== undefined) return trouble
  const units = unitsOf(incoming.headers.get('SC-Unit-System'))
  if (units === undefined) {
    const description = 'SC-Unit-System must be metric or imperial.'
    return providerError('VALIDATION', { code: 'HEADER', description })
  }
  const body = endpoint.body({ id, vehicle, readings: readingsOf(vehicle), units })
  if (body === undefined) {
    const description = 'This vehicle has no part that could tell.'
    return providerError('COMPATIBILITY', { code: 'VEHICLE_NOT_CAPABLE', description })
  }
  const nowMs = simulation.now()
  return answer(body, {
    'SC-Data-Age': new Date(nowMs - 60_000).toISOString(),
    'SC-Fetched-At': new Date(nowMs).toISOString(),
    'SC-Unit-System': units.name,
  })
}

/** DELETE /v2.0/vehicles/{id}/application: ends the connection. */
export function disconnect(simulation: Simulation, incoming: Incoming): Response {
  const access = findVehicleAccess(simulation, incoming)
  if (!access.ok) return access.response
  const connection = findConnection(simulation, access.grant.userId, access.id)
  if (connection !== undefined) removeConnection(simulation, connection)
  return answer({ status: 'success' })
}

function answer(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse(body, 200, { 'SC-Request-Id': randomUuid(), ...headers })
}
