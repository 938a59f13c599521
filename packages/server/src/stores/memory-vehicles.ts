// The vehicles of users in memory.

import type { SmartcarIds, StoredVehicle, VehicleStore } from './vehicle-store.ts'

/** Creates the store for the vehicles of one process; see `createMemoryStore`. */
export function createMemoryVehicles(): VehicleStore {
  const vehicles = new Map<string, StoredVehicle>()

  function keyOf({ user, smartcarUserId, vehicleId }: StoredVehicle): string {
    return JSON.stringify([user, smartcarUserId, vehicleId])
  }

  /** Copies, so that no caller changes what is kept. */
  function select(isWanted: (vehicle: StoredVehicle) => boolean): StoredVehicle[] {
    return [...vehicles.values()]
      .filter(isWanted)
      .sort(
        (one, other) =>
          one.connectedMs - other.connectedMs || (one.vehicleId < other.vehicleId ? -1 : 1),
      )
      .map(vehicle => structuredClone(vehicle))
  }

  function named({ smartcarUserId, vehicleId }: SmartcarIds): StoredVehicle[] {
    return [...vehicles.values()].filter(
      vehicle => vehicle.smartcarUserId === smartcarUserId && vehicle.vehicleId === vehicleId,
    )
  }

  return {
    async saveVehicle(vehicle) {
      const key = keyOf(vehicle)
      const connectedMs = vehicles.get(key)?.connectedMs ?? vehicle.connectedMs
      vehicles.set(key, { ...structuredClone(vehicle), connectedMs })
    },
    vehiclesOf: async wanted => select(({ user }) => user === wanted),
    readVehicle: async (wanted, wantedId) =>
      select(({ user, vehicleId }) => user === wanted && vehicleId === wantedId).at(-1),
    vehiclesOfPerson: async wanted => select(({ smartcarUserId }) => smartcarUserId === wanted),
    async markVehicle(ids, state, stateMs) {
      const older = named(ids).filter(vehicle => vehicle.stateMs <= stateMs)
      for (const vehicle of older) Object.assign(vehicle, { state, stateMs })
      return older.length
    },
    async deleteVehicle(ids, stateMs) {
      const found = named(ids).filter(vehicle => vehicle.stateMs <= stateMs)
      for (const vehicle of found) vehicles.delete(keyOf(vehicle))
      return found.length
    },
  }
}
