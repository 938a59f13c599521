// What is taken over from a backend's list of cars, and what is no list.

import { expect, test } from 'vitest'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import { readCars } from './read-cars.ts'

const leaf: ConnectedVehicle = {
  id: 'leaf',
  make: 'NISSAN',
  model: 'Leaf',
  year: 2024,
  powertrainType: 'BEV',
  mode: 'live',
  permissions: ['read_battery'],
  state: 'needs_reauth',
  connectedAt: '2026-05-04T10:00:00.000Z',
}

const bare: ConnectedVehicle = { id: 'a', permissions: [], state: 'connected', connectedAt: '' }

test('takes over what a backend tells', () => {
  expect(readCars([leaf])).toEqual([leaf])
  expect(readCars([])).toEqual([])
})

test.each([
  { make: 3 },
  { model: {} },
  { year: '2024' },
  { powertrainType: null },
  { mode: ['live'] },
  { permissions: 'read_battery' },
  { permissions: [null, {}] },
  { state: 'asleep' },
  { connectedAt: 1_764_000_000 },
  { more: 'of the backend' },
])('an odd field took the app down: %j', field => {
  expect(readCars([{ id: 'a', ...field }, leaf])).toEqual([bare, leaf])
})

test.each([null, {}, 'cars', [null], ['a'], [{}], [{ id: 3 }], [{ id: '' }], [leaf, { id: '' }]])(
  'is no list: %j',
  data => {
    expect(readCars(data)).toBeUndefined()
  },
)
