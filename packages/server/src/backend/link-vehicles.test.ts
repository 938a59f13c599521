// From which moment on a state that a webhook told is about the connection that is written down.

import { expect, test } from 'vitest'
import { storedVehicle } from '../../test/vehicle-contract.ts'
import type { Connection } from '../api/resources.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { linkVehicles } from './link-vehicles.ts'

const agreedMs = Date.UTC(2026, 5, 2)
const nowMs = agreedMs + 7000
const ids = { smartcarUserId: 'person-1', vehicleId: 'vehicle-1' }
const secondMs = 1000
const dayMs = 86_400_000

function connection(updatedMs?: number): Connection {
  return {
    id: 'connection-1',
    userId: ids.smartcarUserId,
    externalId: undefined,
    vehicle: { id: ids.vehicleId, mode: 'live' } as Connection['vehicle'],
    permissions: [],
    createdAt: undefined,
    updatedAt: updatedMs === undefined ? undefined : new Date(agreedMs + updatedMs),
  }
}

test.each<[string, boolean, number | undefined, number, 'connected' | 'needs_reauth']>([
  // what, whether it is known here, when it was made and told, from the start of the exchange on
  ['during the exchange', false, undefined, secondMs, 'needs_reauth'],
  ['during the exchange, of a known one', true, undefined, secondMs, 'needs_reauth'],
  ['before the exchange', false, undefined, -secondMs, 'connected'],
  ['after it was made, before the exchange', false, -5 * secondMs, -secondMs, 'needs_reauth'],
  ['before it was made', false, -5 * secondMs, -6 * secondMs, 'connected'],
  ['of a known one, before the exchange', true, -5 * secondMs, -secondMs, 'connected'],
  ['after it was made, days ago', false, -dayMs, -secondMs, 'connected'],
  ['where it was made by a clock that is fast', false, 5 * secondMs, secondMs, 'needs_reauth'],
])('an error told %s', async (_, isKnown, updatedMs, toldMs, state) => {
  const store = createMemoryStore({ now: () => nowMs })
  if (isKnown) await store.saveVehicle(storedVehicle({ user: 'bob', stateMs: agreedMs - dayMs }))
  await store.markVehicle(ids, 'needs_reauth', agreedMs + toldMs)
  await linkVehicles(store, 'ada', [connection(updatedMs)], { nowMs, agreedMs })
  expect(await store.readVehicle('ada', ids.vehicleId)).toMatchObject({ state, connectedMs: nowMs })
})
