// The public test vehicle of the provider: anybody may read it with a token that stands in the docs.

import type { Grant } from '../memory/grant.ts'
import type { Connection } from '../memory/state.ts'
import { brands } from '../world/brands.ts'
import { permissionNames } from '../world/permissions.ts'
import { type Vehicle, vehicleOf } from '../world/vehicle.ts'

/** The bearer token that reads the test vehicle, in version 2 and in version 3. */
export const testToken = 'test-data-token'

/** The id of the test vehicle. It has the length of a UUID and is none. */
export const testVehicleId = 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb'

/** The test vehicle. Make, model and year are those that the provider’s Java SDK asks for. */
export const testVehicle: Vehicle = {
  ...teslaOf('0SCTESL0000000001'),
  model: 'Model Y',
  year: 2021,
}

// Nobody’s: no application and no person has these ids. Commands are not granted, so that those
// who share the vehicle do not meet each other.
const owner = {
  clientId: 'public-test-data',
  userId: 'tst0e255-d3c8-4f90-9fec-e6e68b98e9cb',
  permissions: permissionNames.filter(name => name.startsWith('read_')),
  scenario: 'happy',
}

/** What the test token opens in version 2. */
export const testGrant: Grant = { ...owner, id: 'public-test-data', vehicleIds: [testVehicleId] }

/** The connection of the test vehicle, for what reads one. It is never in a list. */
export const testConnection: Connection = {
  ...owner,
  id: 'tst1e255-d3c8-4f90-9fec-e6e68b98e9cb',
  vehicleId: testVehicleId,
  mode: 'simulated',
  createdAtMs: 0,
  connectedAtMs: 0,
  visibleAtMs: 0,
  needsReauthentication: false,
}

function teslaOf(vin: string): Vehicle {
  const tesla = brands.find(({ id }) => id === 'TESLA')
  if (tesla === undefined) throw new Error('TESLA is missing from the brands.')
  return vehicleOf(vin, tesla, 'BEV')
}
