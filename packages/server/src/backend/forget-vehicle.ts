// Forgets a vehicle whose connection is over, and tells the open pages of everybody who had it.

import type { SmartcarIds } from '../stores/vehicle-store.ts'
import type { VehicleSettings } from './vehicle-settings.ts'

/**
 * Deletes a vehicle, unless a newer state is known. The connection is Smartcar's, so it ended for each
 * user who has it.
 *
 * @param stateMs until when it was so.
 */
export async function forgetVehicle(
  { store, updates }: Pick<VehicleSettings, 'store' | 'updates'>,
  ids: SmartcarIds,
  stateMs: number,
): Promise<void> {
  const rows = await store.vehiclesOfPerson(ids.smartcarUserId)
  if ((await store.deleteVehicle(ids, stateMs)) === 0) return
  for (const row of rows) {
    const { user, vehicleId } = row
    if (vehicleId !== ids.vehicleId || row.stateMs > stateMs) continue
    updates.publish(user, { type: 'disconnected', vehicleId })
  }
}
