// Writes down whose vehicles they are, as the provider listed them.

import type { Connection } from '../api/resources.ts'
import type { StoredVehicle, VehicleStore } from '../stores/vehicle-store.ts'

// A session lasts fifteen minutes, and the clocks of two servers differ by seconds.
const sessionMs = 16 * 60_000

/** Since when connections are as they are listed. */
export type LinkTimes = {
  /** When it is written down. */
  readonly nowMs: number
  /** When the person had agreed; a state that was told later is about these connections. */
  readonly agreedMs: number
}

/**
 * Stores the connections of one person of Smartcar's as the vehicles of a user.
 *
 * A webhook may have told the state of a vehicle while its connection was not stored, so a newer state
 * stays. A vehicle that is new here is known since Smartcar made its connection: by Smartcar's own clock,
 * as its webhooks are.
 *
 * @param connections as the provider lists them. They were checked.
 */
export async function linkVehicles(
  store: VehicleStore,
  user: string,
  connections: readonly Connection[],
  times: LinkTimes,
): Promise<void> {
  const [first] = connections
  if (first === undefined) return
  const stored = await store.vehiclesOfPerson(first.userId)
  const known = new Set(stored.map(({ vehicleId }) => vehicleId))
  for (const connection of connections) {
    const isKnown = known.has(connection.vehicle.id)
    const stateMs = isKnown ? times.agreedMs : madeMs(connection, times)
    await store.saveVehicle(rowOf(user, connection, stateMs, times.nowMs))
  }
}

/** When a connection was made, if that was in this session; an older date says nothing about it. */
function madeMs({ updatedAt }: Connection, { agreedMs }: LinkTimes): number {
  const updatedMs = updatedAt?.getTime() ?? agreedMs
  return updatedMs > agreedMs - sessionMs ? Math.min(updatedMs, agreedMs) : agreedMs
}

function rowOf(
  user: string,
  connection: Connection,
  stateMs: number,
  connectedMs: number,
): StoredVehicle {
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
    stateMs,
    connectedMs,
  }
}
