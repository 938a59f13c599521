// For tests: what every store of vehicles must do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredVehicle, VehicleStore } from '../src/stores/vehicle-store.ts'

/** A fresh store. */
export type VehicleTestStore = { store: VehicleStore; close: () => Promise<void> }

/** A vehicle of ada's, with anything changed. */
export function storedVehicle(change: Partial<StoredVehicle> = {}): StoredVehicle {
  return {
    user: 'ada',
    smartcarUserId: 'person-1',
    vehicleId: 'vehicle-1',
    connectionId: 'connection-1',
    make: 'TESLA',
    model: 'Model 3',
    year: 2022,
    powertrainType: 'BEV',
    mode: 'live',
    permissions: ['read_odometer', 'read_battery'],
    state: 'connected',
    stateMs: 1_700_000_000_000,
    connectedMs: 1_700_000_000_000,
    ...change,
  }
}

/** Runs the contract on the stores that `open` makes, one for each test. */
export function vehicleContract(open: () => Promise<VehicleTestStore>): void {
  let store: VehicleStore
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, close } = await open())
  })
  afterEach(() => close())

  const ids = { smartcarUserId: 'person-1', vehicleId: 'vehicle-1' }

  test('gives back exactly what was saved, with and without what may be missing', async () => {
    const bare = storedVehicle({
      vehicleId: 'vehicle-2',
      connectionId: null,
      make: null,
      model: null,
      year: null,
      powertrainType: null,
      mode: null,
      permissions: [],
    })
    await store.saveVehicle(storedVehicle())
    await store.saveVehicle(bare)
    expect(await store.vehiclesOf('ada')).toEqual([storedVehicle(), bare])
    expect(await store.readVehicle('ada', 'vehicle-1')).toEqual(storedVehicle())
  })

  test('a vehicle is only its own user’s', { tags: ['T36'] }, async () => {
    await store.saveVehicle(storedVehicle())
    await store.saveVehicle(storedVehicle({ user: 'bob', smartcarUserId: 'person-2' }))
    expect(await store.vehiclesOf('bob')).toMatchObject([{ smartcarUserId: 'person-2' }])
    expect(await store.readVehicle('eve', 'vehicle-1')).toBeUndefined()
    expect(await store.readVehicle('ada', 'vehicle-2')).toBeUndefined()
    expect(await store.vehiclesOfPerson('person-2')).toMatchObject([{ user: 'bob' }])
  })

  test('connecting again replaces the rest and keeps the first day', async () => {
    await store.saveVehicle(storedVehicle())
    const later = { stateMs: 1_800_000_000_000, connectedMs: 1_800_000_000_000, permissions: ['x'] }
    await store.saveVehicle(storedVehicle(later))
    expect(await store.vehiclesOf('ada')).toEqual([
      storedVehicle({ ...later, connectedMs: 1_700_000_000_000 }),
    ])
  })

  test('of two people who share a vehicle with one user the newer counts', async () => {
    await store.saveVehicle(storedVehicle())
    const newer = storedVehicle({ smartcarUserId: 'person-2', connectedMs: 1_700_000_000_001 })
    await store.saveVehicle(newer)
    expect(await store.readVehicle('ada', 'vehicle-1')).toEqual(newer)
  })

  test('an older state never replaces a newer one', async () => {
    await store.saveVehicle(storedVehicle({ stateMs: 100 }))
    expect(await store.markVehicle(ids, 'needs_reauth', 99)).toBe(0)
    expect(await store.readVehicle('ada', 'vehicle-1')).toMatchObject({ state: 'connected' })
    expect(await store.markVehicle(ids, 'needs_reauth', 100)).toBe(1)
    expect(await store.markVehicle(ids, 'connected', 99)).toBe(0)
    expect(await store.readVehicle('ada', 'vehicle-1')).toMatchObject({
      state: 'needs_reauth',
      stateMs: 100,
    })
  })

  test('marks and deletes under every user, and nothing else', async () => {
    await store.saveVehicle(storedVehicle())
    await store.saveVehicle(storedVehicle({ user: 'bob' }))
    await store.saveVehicle(storedVehicle({ vehicleId: 'vehicle-2' }))
    expect(await store.markVehicle(ids, 'needs_reauth', Date.UTC(2030, 0))).toBe(2)
    expect(await store.deleteVehicle(ids, Date.UTC(2030, 0) - 1)).toBe(0)
    expect(await store.deleteVehicle(ids, Date.UTC(2030, 0))).toBe(2)
    expect(await store.deleteVehicle(ids, Date.UTC(2030, 0))).toBe(0)
    expect(await store.vehiclesOf('bob')).toEqual([])
    expect(await store.vehiclesOf('ada')).toMatchObject([
      { vehicleId: 'vehicle-2', state: 'connected' },
    ])
  })
}
