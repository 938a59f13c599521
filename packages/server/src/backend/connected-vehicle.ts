// A vehicle of a user, as a page may see it.

import type { Permission } from '../api/permission.ts'
import type { VehicleInfo } from '../api/resources.ts'
import type { StoredVehicle } from '../stores/vehicle-store.ts'

/** A vehicle of a user, as a page may see it. In JSON its time is a text in the form of ISO 8601. */
export type ConnectedVehicle = VehicleInfo & {
  /** The permissions that were granted. */
  readonly permissions: readonly Permission[]
  /** `needs_reauth` when the person has to sign in to the vehicle again. */
  readonly state: 'connected' | 'needs_reauth'
  /** When it was connected first. */
  readonly connectedAt: Date
}

/** A stored vehicle as a page may see it: without Smartcar's ids of people and connections. */
export function connectedVehicle(stored: StoredVehicle): ConnectedVehicle {
  const { vehicleId, make, model, year, powertrainType, mode, permissions, state } = stored
  return {
    id: vehicleId,
    make: make ?? undefined,
    model: model ?? undefined,
    year: year ?? undefined,
    powertrainType: powertrainType ?? undefined,
    mode: mode ?? undefined,
    permissions,
    state,
    connectedAt: new Date(stored.connectedMs),
  }
}
