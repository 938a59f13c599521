// A connection as version 3 writes it down.

import type { SimulatorContext } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import { addressV3 } from './answer.ts'
import { vehicleAttributes } from './vehicle-document.ts'

/** The resource of a connection. */
export function connectionDocument(c: SimulatorContext, connection: Connection): unknown {
  const { id, userId, vehicleId, permissions, createdAtMs, connectedAtMs } = connection
  const { state } = c.env
  const vehicle = state.vehicles.get(vehicleId)
  const externalId = state.users.get(userId)?.externalId
  return {
    id,
    type: 'connection',
    attributes: {
      permissions,
      ...(vehicle !== undefined && { vehicle: vehicleAttributes(vehicle, connection) }),
      // One client reads externalId; no recorded answer shows it.
      user: { id: userId, ...(externalId !== undefined && { externalId }) },
    },
    relationships: {
      vehicle: {
        data: { id: vehicleId, type: 'vehicle' },
        links: { related: addressV3(c, `/vehicles/${vehicleId}`) },
      },
      user: { data: { id: userId, type: 'user' } },
    },
    meta: {
      createdAt: new Date(createdAtMs).toISOString(),
      updatedAt: new Date(connectedAtMs).toISOString(),
    },
    links: { self: addressV3(c, `/connections/${id}`) },
  }
}
