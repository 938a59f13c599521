// For tests: what every store of vehicles must do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredVehicle, VehicleStore } from '../src/stores/vehicle-store.ts'

/** A fresh store with a clock that can be moved. */
export type VehicleTestStore = {
  store: VehicleStore
  pass: (ms: number) => void
  now: () => number
  close: () => Promise<void>
}

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
  let pass: (ms: number) => void
  let now: () => number
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, pass, now, close } = await open())
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

  async function stateAfterSaving(stateMs: number, user = 'ada') {
    await store.saveVehicle(storedVehicle({ user, stateMs }))
    return (await store.readVehicle(user, 'vehicle-1'))?.state
  }

  test('a state that was told before anybody had the vehicle was lost', {
    tags: ['T44'],
  }, async () => {
    const agreedMs = now()
    pass(2000)
    expect(await store.markVehicle(ids, 'needs_reauth', now())).toBe(0)
    expect(await store.vehiclesOfPerson('person-1')).toEqual([])
    pass(1000)
    expect(await stateAfterSaving(agreedMs)).toBe('needs_reauth')
    // Who signs in later is connected.
    expect(await stateAfterSaving(now())).toBe('connected')
    expect(await stateAfterSaving(agreedMs, 'bob')).toBe('needs_reauth')
  })

  test('a vehicle that is saved takes up the newest state of itself and of no other', async () => {
    const agreedMs = now()
    pass(3000)
    await store.markVehicle(ids, 'connected', agreedMs + 2000)
    await store.markVehicle(ids, 'needs_reauth', agreedMs + 1000)
    await store.markVehicle({ ...ids, vehicleId: 'vehicle-2' }, 'needs_reauth', agreedMs + 3000)
    await store.markVehicle({ ...ids, smartcarUserId: 'person-2' }, 'needs_reauth', agreedMs + 3000)
    expect(await stateAfterSaving(agreedMs)).toBe('connected')
  })

  test('a state that was told while a session ended was overwritten by its end', async () => {
    await store.saveVehicle(storedVehicle({ stateMs: now() }))
    pass(60_000)
    const agreedMs = now()
    pass(2000)
    expect(await store.markVehicle(ids, 'needs_reauth', now())).toBe(1)
    expect(await stateAfterSaving(agreedMs)).toBe('needs_reauth')
  })

  test('a state of the future, and one from before the sign-in, count for nothing', async () => {
    await store.markVehicle(ids, 'needs_reauth', now() + 3_600_000)
    expect(await stateAfterSaving(now())).toBe('connected')
    // The clock was set back. What is told now counts all the same.
    await store.markVehicle({ ...ids, vehicleId: 'vehicle-2' }, 'needs_reauth', now() + 3_600_000)
    pass(2000)
    await store.markVehicle({ ...ids, vehicleId: 'vehicle-2' }, 'needs_reauth', now())
    await store.saveVehicle(storedVehicle({ vehicleId: 'vehicle-2', stateMs: now() - 1000 }))
    expect(await store.readVehicle('ada', 'vehicle-2')).toMatchObject({ state: 'needs_reauth' })
  })

  test('a state is kept for an hour', async () => {
    const agreedMs = now()
    pass(1000)
    await store.markVehicle(ids, 'needs_reauth', now())
    pass(3_600_001)
    // Whatever is told next makes room.
    await store.markVehicle({ ...ids, vehicleId: 'vehicle-2' }, 'connected', now())
    expect(await stateAfterSaving(agreedMs)).toBe('connected')
  })

  test('of a state that is told while the vehicle is saved nothing is lost', async () => {
    const agreedMs = now()
    pass(1000)
    const vehicleIds = Array.from({ length: 40 }, (_, index) => `vehicle ${index}`)
    await Promise.all(
      vehicleIds.flatMap(vehicleId => [
        store.saveVehicle(storedVehicle({ vehicleId, stateMs: agreedMs })),
        store.markVehicle({ ...ids, vehicleId }, 'needs_reauth', now()),
      ]),
    )
    const states = (await store.vehiclesOf('ada')).map(({ state }) => state)
    expect(states).toEqual(vehicleIds.map(() => 'needs_reauth'))
  })
}
