// The management API: connections by the application's management token.

import type { SimulatorContext } from '../http/context.ts'
import { removeConnection, visibleConnections } from '../memory/connections.ts'
import type { Connection } from '../memory/state.ts'
import { modeOfToday, type VehicleMode } from '../world/vehicle.ts'
import { answerV2 } from './answer.ts'
import { errorV2 } from './error.ts'
import { authenticationFault, validationFault } from './faults.ts'
import { managingApplication } from './management-access.ts'
import { isWhole } from './paging.ts'

const modes: readonly VehicleMode[] = ['live', 'simulated', 'test']

/**
 * GET /v2.0/management/connections: newest first, by `user_id`, `vehicle_id` and `mode`, in pages
 * of `limit` that `cursor` leads through.
 */
export function listManaged(c: SimulatorContext): Response {
  const application = managingApplication(c)
  if (application === undefined) return errorV2(authenticationFault)
  const query = c.get('url').searchParams
  const limit = query.get('limit') ?? '10'
  if (!isWhole(limit, 1, 100)) {
    return errorV2(validationFault('limit', 'Field must be a number from 1 to 100'))
  }
  const mode = modes.find(name => name === query.get('mode'))
  if (mode === undefined && query.has('mode')) {
    return errorV2(validationFault('mode', `Field must be one of: [${modes.join(',')}]`))
  }
  const cursor = query.get('cursor')
  const found = connectionsOf(c, application.clientId)
    .filter(connection => mode === undefined || modeOfToday(connection.mode) === modeOfToday(mode))
    .sort((one, other) => (isAfter(one, cursorOf(other)) ? 1 : -1))
    .filter(connection => cursor === null || isAfter(connection, cursor))
  const page = found.slice(0, Number(limit))
  const last = page.at(-1)
  return answerV2({
    connections: page.map(connection => ({
      userId: connection.userId,
      vehicleId: connection.vehicleId,
      connectedAt: new Date(connection.connectedAtMs).toISOString(),
      mode: connection.mode,
    })),
    paging: { cursor: last !== undefined && found.length > page.length ? cursorOf(last) : null },
  })
}

/** DELETE /v2.0/management/connections: ends those of a user, of a vehicle, or of both. */
export function deleteManaged(c: SimulatorContext): Response {
  const application = managingApplication(c)
  if (application === undefined) return errorV2(authenticationFault)
  const query = c.get('url').searchParams
  if (!query.has('user_id') && !query.has('vehicle_id')) {
    return errorV2(validationFault('user_id', 'Field must be given, or vehicle_id'))
  }
  const ended = connectionsOf(c, application.clientId)
  for (const connection of ended) removeConnection(c.env.state, connection)
  return answerV2({ connections: ended.map(({ userId, vehicleId }) => ({ userId, vehicleId })) })
}

/** The connections of an application that the query asks for. */
function connectionsOf(c: SimulatorContext, clientId: string): readonly Connection[] {
  const query = c.get('url').searchParams
  const userId = query.get('user_id')
  const vehicleId = query.get('vehicle_id')
  return visibleConnections(
    c.env.state,
    clientId,
    c.env.now(),
    connection =>
      (userId === null || connection.userId === userId) &&
      (vehicleId === null || connection.vehicleId === vehicleId),
  )
}

// A page begins after the last connection of the one before, also if that has been ended since.
function cursorOf({ connectedAtMs, id }: Connection): string {
  return `${connectedAtMs}.${id}`
}

function isAfter({ connectedAtMs, id }: Connection, cursor: string): boolean {
  const [ms = '', otherId = ''] = cursor.split('.')
  return connectedAtMs < Number(ms) || (connectedAtMs === Number(ms) && id > otherId)
}
