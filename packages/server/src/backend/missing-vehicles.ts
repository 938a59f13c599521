// Forgets vehicles of a person that Smartcar does not list any more.

import type { Connection } from '../api/resources.ts'
import type { StoredVehicle } from '../stores/vehicle-store.ts'
import { forgetVehicle } from './forget-vehicle.ts'
import { listConnections } from './list-connections.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

// A new connection is listed late, by seconds.
const settledMs = 10 * 60_000

/**
 * Deletes the vehicles of a person that ended elsewhere, such as on Smartcar's own page.
 *
 * Only vehicles of the mode that is listed, that were last written minutes ago, and that are also missing
 * in the list of the person. Smartcar is asked only if one may be missing. Never rejects: what cannot be
 * found out now is found out by the next session, or by the next call of the vehicle.
 *
 * @param listed what was listed for the session.
 */
export async function forgetMissing(
  settings: VehicleSettings,
  smartcarUserId: string,
  listed: readonly Connection[],
): Promise<void> {
  const { api, store, mode } = settings
  try {
    const missing = missingIn(listed, await store.vehiclesOfPerson(smartcarUserId), settings)
    if (missing.length === 0) return
    const all = await listConnections(api, { userId: smartcarUserId, mode })
    for (const { vehicleId, stateMs } of missingIn(all, missing, settings)) {
      await forgetVehicle(settings, { smartcarUserId, vehicleId }, stateMs)
    }
  } catch {
    // The session itself succeeded.
  }
}

function missingIn(
  listed: readonly Connection[],
  stored: readonly StoredVehicle[],
  { mode, now }: VehicleSettings,
): StoredVehicle[] {
  const ids = new Set(listed.map(({ vehicle }) => vehicle.id))
  return stored.filter(
    vehicle =>
      !ids.has(vehicle.vehicleId) &&
      (vehicle.mode === 'simulated') === (mode === 'simulated') &&
      vehicle.stateMs < now() - settledMs,
  )
}
