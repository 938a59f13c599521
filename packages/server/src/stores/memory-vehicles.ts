// The vehicles of users in memory.

import {
  type SmartcarIds,
  type StoredVehicle,
  toldStateMs,
  type VehicleStore,
} from './vehicle-store.ts'

const mostTold = 10_000

/** Vehicles by the id of whom they belong to. */
type Owned = Map<string, Set<StoredVehicle>>

/** Creates the store for the vehicles of one process; see `createMemoryStore`. */
export function createMemoryVehicles(now: () => number): VehicleStore {
  const ofUsers: Owned = new Map()
  const ofPersons: Owned = new Map()
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

  function add(owned: Owned, owner: string, vehicle: StoredVehicle): void {
    owned.set(owner, (owned.get(owner) ?? new Set()).add(vehicle))
  }

  function remove(owned: Owned, owner: string, vehicle: StoredVehicle): void {
    const vehicles = owned.get(owner)
    vehicles?.delete(vehicle)
    if (vehicles?.size === 0) owned.delete(owner)
  }

  function forget(vehicle: StoredVehicle): void {
    remove(ofUsers, vehicle.user, vehicle)
    remove(ofPersons, vehicle.smartcarUserId, vehicle)
  }

  function named({ smartcarUserId, vehicleId }: SmartcarIds): StoredVehicle[] {
    return [...(ofPersons.get(smartcarUserId) ?? [])].filter(
      vehicle => vehicle.vehicleId === vehicleId,
    )
  }

  return {
    async saveVehicle(vehicle) {
      const known = named(vehicle).find(({ user }) => user === vehicle.user)
      const connectedMs = known?.connectedMs ?? vehicle.connectedMs
      const last = told.get(namesOf(vehicle))
      const isTold = last !== undefined && last.stateMs > vehicle.stateMs && last.stateMs <= now()
      const kept = { ...copyOf(vehicle), ...(isTold && last), connectedMs }
      if (known !== undefined) forget(known)
      add(ofUsers, kept.user, kept)
      add(ofPersons, kept.smartcarUserId, kept)
    },
    vehiclesOf: async user => inOrder(ofUsers.get(user)),
    readVehicle: async (user, wantedId) =>
      inOrder(ofUsers.get(user)).findLast(({ vehicleId }) => vehicleId === wantedId),
    vehiclesOfPerson: async smartcarUserId => inOrder(ofPersons.get(smartcarUserId)),
    async markVehicle(ids, state, stateMs) {
      keepTold(ids, state, stateMs)
      const older = named(ids).filter(vehicle => vehicle.stateMs <= stateMs)
      for (const vehicle of older) Object.assign(vehicle, { state, stateMs })
      return older.length
    },
    async deleteVehicle(ids, stateMs) {
      const found = named(ids).filter(vehicle => vehicle.stateMs <= stateMs)
      for (const vehicle of found) forget(vehicle)
      return found.length
    },
  }
}

/** A copy, so that no caller changes what is kept. */
function copyOf(vehicle: StoredVehicle): StoredVehicle {
  return { ...vehicle, permissions: [...vehicle.permissions] }
}

function inOrder(vehicles: Iterable<StoredVehicle> = []): StoredVehicle[] {
  return [...vehicles]
    .map(copyOf)
    .sort(
      (one, other) =>
        one.connectedMs - other.connectedMs || (one.vehicleId < other.vehicleId ? -1 : 1),
    )
}
