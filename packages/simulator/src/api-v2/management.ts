// The management API: connections by the application's management token.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { removeConnection } from '../memory/connections.ts'
import type { Connection } from '../memory/state.ts'
import { parseBasic } from '../token/client-authentication.ts'
import { randomUuid } from '../world/random-id.ts'
import { errorV2 } from './error.ts'

/** GET /v2.0/management/connections, filtered by `user_id` or `vehicle_id`. */
export function listManaged(c: SimulatorContext): Response {
  return managed(c, found => found)
}

/** DELETE /v2.0/management/connections: ends those of a user or of a vehicle. */
export function deleteManaged(c: SimulatorContext): Response {
  const query = c.get('url').searchParams
  if (query.has('user_id') === query.has('vehicle_id')) {
    const description = 'Give either user_id or vehicle_id.'
    return errorV2({ type: 'VALIDATION', code: 'PARAMETER', description })
  }
  return managed(c, found => {
    for (const connection of found) removeConnection(c.env.state, connection)
    return found
  })
}

function managed(
  c: SimulatorContext,
  act: (found: readonly Connection[]) => readonly Connection[],
): Response {
  const [given] = parseBasic(c.req.header('Authorization'))
  const application = c.env.applications.find(
    ({ managementToken }) =>
      managementToken !== undefined && managementToken === given?.clientSecret,
  )
  if (given?.clientId !== 'default' || application === undefined) {
    const description = 'The management token is missing or wrong.'
    return errorV2({ type: 'AUTHENTICATION', description })
  }
  const userId = c.get('url').searchParams.get('user_id')
  const vehicleId = c.get('url').searchParams.get('vehicle_id')
  const found = [...c.env.state.connections.values()].filter(
    connection =>
      connection.clientId === application.clientId &&
      connection.visibleAtMs <= c.env.now() &&
      (userId === null || connection.userId === userId) &&
      (vehicleId === null || connection.vehicleId === vehicleId),
  )
  return jsonResponse(
    {
      connections: act(found).map(connection => ({
        userId: connection.userId,
        vehicleId: connection.vehicleId,
        connectedAt: new Date(connection.connectedAtMs).toISOString(),
        mode: connection.mode,
      })),
      paging: { cursor: null },
    },
    200,
    { 'SC-Request-Id': randomUuid() },
  )
}
