// The version 2 vehicle API: the list, the endpoints of a vehicle, and disconnecting.

import { carNow } from '../api/car-now.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { findConnection, removeConnection } from '../memory/connections.ts'
import { randomUuid } from '../world/random-id.ts'
import { readingsOf } from '../world/readings.ts'
import { errorV2 } from './error.ts'
import { readPaging } from './paging.ts'
import { unitsOf } from './units.ts'
import { findAccess, findVehicleAccess } from './vehicle-access.ts'
import type { VehicleEndpoint } from './vehicle-endpoints.ts'

/** GET /v2.0/vehicles: the ids of the vehicles that the token opens. */
export function listVehicles(c: SimulatorContext): Response {
  const access = findAccess(c)
  if (!access.ok) return access.response
  const paging = readPaging(c.get('url').searchParams)
  if (!paging.ok) return errorV2({ type: 'VALIDATION', description: paging.problem })
  const { limit, offset } = paging
  const ids = access.grant.vehicleIds
  return answer({
    vehicles: ids.slice(offset, offset + limit),
    paging: { count: ids.length, offset },
  })
}

/** GET /v2.0/user: whose vehicles they are. */
export function readUser(c: SimulatorContext): Response {
  const access = findAccess(c)
  return access.ok ? answer({ id: access.grant.userId }) : access.response
}

/** GET /v2.0/vehicles/{id}/permissions: what was granted. */
export function listPermissions(c: SimulatorContext): Response {
  const access = findVehicleAccess(c)
  if (!access.ok) return access.response
  const paging = readPaging(c.get('url').searchParams)
  if (!paging.ok) return errorV2({ type: 'VALIDATION', description: paging.problem })
  const { permissions } = access.grant
  const { limit, offset } = paging
  return answer({
    permissions: permissions.slice(offset, offset + limit),
    paging: { count: permissions.length, offset },
  })
}

/** GET of one endpoint of a vehicle, with its permission, units and headers. */
export function readVehicle(c: SimulatorContext, endpoint: VehicleEndpoint): Response {
  const access = findVehicleAccess(c, endpoint.permission)
  if (!access.ok) return access.response
  const { grant, id, vehicle } = access
  const fault = vehicleFault(grant.scenario, findConnection(c.env.state, grant.userId, id))
  if (fault !== undefined) return errorV2(fault)
  const units = unitsOf(c.req.header('SC-Unit-System'))
  if (units === undefined) {
    const description = 'SC-Unit-System must be metric or imperial.'
    return errorV2({ type: 'VALIDATION', code: 'HEADER', description })
  }
  const body = endpoint.body({
    id,
    vehicle,
    readings: readingsOf(vehicle, carNow(c.env, id, vehicle)),
    units,
  })
  if (body === undefined) {
    const description = 'This vehicle has no part that could tell.'
    return errorV2({ type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE', description })
  }
  const nowMs = c.env.now()
  return answer(body, {
    'SC-Data-Age': new Date(nowMs - 60_000).toISOString(),
    'SC-Fetched-At': new Date(nowMs).toISOString(),
    'SC-Unit-System': units.name,
  })
}

/** DELETE /v2.0/vehicles/{id}/application: ends the connection. */
export function disconnect(c: SimulatorContext): Response {
  const access = findVehicleAccess(c)
  if (!access.ok) return access.response
  const connection = findConnection(c.env.state, access.grant.userId, access.id)
  if (connection !== undefined) removeConnection(c.env.state, connection)
  return answer({ status: 'success' })
}

function answer(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse(body, 200, { 'SC-Request-Id': randomUuid(), ...headers })
}
