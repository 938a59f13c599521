// The version 2 vehicle API: the list, the endpoints of a vehicle, and disconnecting.

import { carNow } from '../api/car-now.ts'
import { toldBeforeMs } from '../api/stored-signals.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import { findConnection, removeConnection } from '../memory/connections.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import { randomUuid } from '../world/random-id.ts'
import { readingsOf } from '../world/readings.ts'
import { answerV2 } from './answer.ts'
import { errorV2 } from './error.ts'
import { pathFault, uuidFault, validationFault } from './faults.ts'
import { managingBearer } from './management-access.ts'
import { readPaging } from './paging.ts'
import { unitsOf } from './units.ts'
import { findAccess, findVehicleAccess } from './vehicle-access.ts'
import type { VehicleEndpoint } from './vehicle-endpoints.ts'

/** GET /v2.0/vehicles: the ids of the vehicles that the token opens. */
export function listVehicles(c: SimulatorContext): Response {
  const access = findAccess(c)
  if (!access.ok) return errorV2(access.fault)
  const paging = readPaging(c.get('url').searchParams)
  if (!paging.ok) return errorV2(paging.fault)
  const { limit, offset } = paging
  const ids = access.grant.vehicleIds
  return answerV2({
    vehicles: ids.slice(offset, offset + limit),
    paging: { count: ids.length, offset },
  })
}

/** GET /v2.0/user: whose vehicles they are. */
export function readUser(c: SimulatorContext): Response {
  const access = findAccess(c)
  return access.ok ? answerV2({ id: access.grant.userId }) : errorV2(access.fault)
}

/** GET /v2.0/vehicles/{id}/permissions: what was granted; all of it unless a limit is given. */
export function listPermissions(c: SimulatorContext): Response {
  const access = findVehicleAccess(c)
  if (!access.ok) return errorV2(access.fault)
  const { permissions } = access.grant
  const paging = readPaging(c.get('url').searchParams, permissions.length)
  if (!paging.ok) return errorV2(paging.fault)
  const { limit, offset } = paging
  return answerV2({
    permissions: permissions.slice(offset, offset + limit),
    paging: { count: permissions.length, offset },
  })
}

/** GET of one endpoint of a vehicle, with its permission, units and headers. */
export function readVehicle(
  c: SimulatorContext,
  endpoint: VehicleEndpoint,
  requestId: string = randomUuid(),
): Response {
  const access = findVehicleAccess(c, endpoint.permission)
  if (!access.ok) return errorV2(access.fault, requestId)
  const { grant, id, vehicle } = access
  const fault = vehicleFault(
    scenarioOf(grant.scenario, c.env.state.scenario),
    findConnection(c.env.state, grant.userId, id),
  )
  if (fault !== undefined) return errorV2(fault, requestId)
  const units = unitsOf(c.req.header('SC-Unit-System'))
  if (units === undefined) {
    const message = 'Header must be one of: [metric,imperial]'
    return errorV2(validationFault('sc-unit-system', message), requestId)
  }
  const query = c.get('url').searchParams
  const wrong = endpoint.check?.(query)
  if (wrong !== undefined) return errorV2(wrong, requestId)
  const readings = readingsOf(vehicle, carNow(c.env, id, vehicle))
  const nowMs = c.env.now()
  const body = endpoint.body({ id, vehicle, readings, units, query, nowMs })
  if (body === undefined) {
    const description = 'The vehicle has no part that could tell this.'
    const notCapable = { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE', description } as const
    return errorV2(notCapable, requestId)
  }
  return answerV2(body, {
    'SC-Request-Id': requestId,
    ...(!endpoint.isStatic && {
      'SC-Data-Age': new Date(nowMs - toldBeforeMs).toISOString(),
      'SC-Fetched-At': new Date(nowMs).toISOString(),
    }),
    ...(endpoint.hasUnits && { 'SC-Unit-System': units.name }),
  })
}

/**
 * DELETE /v2.0/vehicles/{id}/application: ends the connection. The management token, as a bearer
 * token, ends those of every person.
 */
export function disconnect(c: SimulatorContext): Response {
  const { state } = c.env
  const application = managingBearer(c)
  if (application !== undefined) {
    const id = c.req.param('vehicleId') ?? ''
    const ended = [...state.connections.values()].filter(
      ({ clientId, vehicleId }) => clientId === application.clientId && vehicleId === id,
    )
    if (ended.length === 0) return errorV2(uuidFault('vehicle_id', id) ?? pathFault)
    for (const connection of ended) removeConnection(state, connection)
    return answerV2({ status: 'success' })
  }
  const access = findVehicleAccess(c)
  if (!access.ok) return errorV2(access.fault)
  const connection = findConnection(state, access.grant.userId, access.id)
  if (connection !== undefined) removeConnection(state, connection)
  return answerV2({ status: 'success' })
}
