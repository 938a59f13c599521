// The management API: connections by the application's management token.

import type { Incoming } from '../http/incoming.ts'
import { jsonResponse } from '../http/json-response.ts'
import { providerError } from '../http/provider-error.ts'
import type { Simulation } from '../http/simulation.ts'
import { removeConnection } from '../memory/connections.ts'
import { randomUuid } from '../memory/random-id.ts'
import type { Connection } from '../memory/state.ts'
import { parseBasic } from '../token/client-authentication.ts'

/** GET /v2.0/management/connections, filtered by `user_id` or `vehicle_id`. */
export function listManaged(simulation: Simulation, incoming: Incoming): Response {
  return managed(simulation, incoming, found => found)
}

/** DELETE /v2.0/management/connections: ends those of a user or of a vehicle. */
export function deleteManaged(simulation: Simulation, incoming: Incoming): Response {
  const query = incoming.url.searchParams
  if (query.has('user_id') === query.has('vehicle_id')) {
    const description = 'Give either user_id or vehicle_id.'
    return providerError('VALIDATION', { code: 'PARAMETER', description })
  }
  return managed(simulation, incoming, found => {
    for (const connection of found) removeConnection(simulation, connection)
    return found
  })
}

function managed(
  simulation: Simulation,
  { headers, url }: Incoming,
  act: (found: readonly Connection[]) => readonly Connection[],
): Response {
  const [given] = parseBasic(headers.get('Authorization'))
  const application = simulation.applications.find(
    ({ managementToken }) =>
      managementToken !== undefined && managementToken === given?.clientSecret,
  )
  if (given?.clientId !== 'default' || application === undefined) {
    const description = 'The management token is missing or wrong.'
    return providerError('AUTHENTICATION', { description })
  }
  const userId = url.searchParams.get('user_id')
  const vehicleId = url.searchParams.get('vehicle_id')
  const found = [...simulation.state.connections.values()].filter(
    connection =>
      connection.clientId === application.clientId &&
      connection.visibleAtMs <= simulation.now() &&
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
