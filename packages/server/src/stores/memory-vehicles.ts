// The vehicles of users in memory.

import {
  type SmartcarIds,
  type StoredVehicle,
  toldStateMs,
  type VehicleStore,
} from './vehicle-store.ts'

const mostTold = 10_000

/** Creates the store for the vehicles of one process; see `createMemoryStore`. */
export function createMemoryVehicles(now: () => number): VehicleStore {
  const vehicles = new Map<string, StoredVehicle>()
  /** The last state of each vehicle, the one that was told last at the end. */
  const told = new Map<string, Pick<StoredVehicle, 'state' | 'stateMs'>>()

  function namesOf({ smartcarUserId, vehicleId }: SmartcarIds): string {
    return JSON.stringify([smartcarUserId, vehicleId])
  }

  function keepTold(ids: SmartcarIds, state: StoredVehicle['state'], stateMs: number): void {
    for (const [names, known] of told) {
      if (known.stateMs >= stateMs - toldStateMs && told.size < mostTold) break
      told.delete(names)
    }
    const names = namesOf(ids)
    const lastMs = told.get(names)?.stateMs ?? 0
    if (lastMs > stateMs && lastMs <= now()) return
    told.delete(names)
    told.set(names, { state, stateMs })
  }

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
      const last = told.get(namesOf(vehicle))
      const isTold = last !== undefined && last.stateMs > vehicle.stateMs && last.stateMs <= now()
      vehicles.set(key, { ...structuredClone(vehicle), ...(isTold && last), connectedMs })
    },
    vehiclesOf: async wanted => select(({ user }) => user === wanted),
    readVehicle: async (wanted, wantedId) =>
      select(({ user, vehicleId }) => user === wanted && vehicleId === wantedId).at(-1),
    vehiclesOfPerson: async wanted => select(({ smartcarUserId }) => smartcarUserId === wanted),
    async markVehicle(ids, state, stateMs) {
      keepTold(ids, state, stateMs)
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
