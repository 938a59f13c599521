// Writes down whose vehicles they are, as the provider listed them.

import type { Connection } from '../api/resources.ts'
import type { StoredVehicle, VehicleStore } from '../stores/vehicle-store.ts'

/**
 * Stores the connections of one person of Smartcar's as the vehicles of a user.
 *
 * @param connections as the provider lists them. They were checked.
 */
export async function linkVehicles(
  store: VehicleStore,
  user: string,
  connections: readonly Connection[],
  nowMs: number,
): Promise<void> {
  for (const connection of connections) await store.saveVehicle(rowOf(user, connection, nowMs))
}

function rowOf(user: string, connection: Connection, nowMs: number): StoredVehicle {
  const { id, userId, vehicle, permissions } = connection
  return {
    user,
    smartcarUserId: userId,
    vehicleId: vehicle.id,
    connectionId: id,
    make: vehicle.make ?? null,
    model: vehicle.model ?? null,
    year: vehicle.year ?? null,
    powertrainType: vehicle.powertrainType ?? null,
    mode: vehicle.mode ?? null,
    permissions,
    state: 'connected',
    stateMs: nowMs,
    connectedMs: nowMs,
  }
}
