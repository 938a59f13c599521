// The simulated logins.

import { expect, test } from 'vitest'
import { accountOf } from './account.ts'
import { type Brand, findBrand } from './brands.ts'
import { newCar } from './car.ts'
import { readingsOf } from './readings.ts'
import { brandOfVin, makeVin } from './vehicle.ts'

const tesla = findBrand('TESLA') as Brand

test('has the same two vehicles for the same person every time', () => {
  const first = accountOf('me@example.com', tesla, 'simulated')
  expect(first).toEqual(accountOf(' ME@example.com ', tesla, 'simulated'))
  expect(first.ok && first.vehicles).toHaveLength(2)
  expect(first).not.toEqual(accountOf('you@example.com', tesla, 'simulated'))
})

test('makes valid, distinct VINs that carry their brand', () => {
  const account = accountOf('999-vehicles@smartcar.com', tesla, 'simulated')
  const vins = account.ok ? account.vehicles.map(({ vin }) => vin) : []
  expect(new Set(vins).size).toBe(999)
  for (const vin of vins) {
    expect(vin).toMatch(/^0SC[A-HJ-NPR-Z0-9]{14}$/)
    expect(brandOfVin(vin)).toBe(tesla)
  }
  expect(brandOfVin(makeVin(findBrand('AUDI') as Brand, 'x', 1, 'live'))?.name).toBe('Audi')
})

test.each([
  ['smartcar@vehicle-incompatible.com', 'vehicle_incompatible'],
  ['smartcar@invalid-subscription.com', 'invalid_subscription'],
  ['smartcar@no-vehicles.com', 'no_vehicles'],
  ['smartcar@access-denied.com', 'access_denied'],
  ['smartcar@configuration-error.com', 'configuration_error'],
  ['smartcar@server-error.com', 'server_error'],
  ['smartcar@user-cancelled.com', 'user_cancelled'],
  ['smartcar@returned-to-application.com', 'user_manually_returned_to_application'],
  ['0-vehicles@smartcar.com', 'no_vehicles'],
  ['0SCTESL0000000001@incompatible.smartcar.com', 'vehicle_incompatible'],
])('%s ends with %s', (email, error) => {
  expect(accountOf(email, tesla, 'simulated')).toMatchObject({ ok: false, error })
})

test('smartcar@successful-request.com and a name from the prototype simply sign in', () => {
  expect(accountOf('smartcar@successful-request.com', tesla, 'simulated').ok).toBe(true)
  expect(accountOf('smartcar@constructor.com', tesla, 'simulated').ok).toBe(true)
})

test.each([
  ['phev', 'PHEV'],
  ['fuel', 'ICE'],
  ['bev', 'BEV'],
])('a VIN login for a %s has that one vehicle', (word, powertrain) => {
  expect(accountOf(`0sctesl0000000001@${word}.smartcar.com`, tesla, 'simulated')).toMatchObject({
    ok: true,
    vehicles: [{ vin: '0SCTESL0000000001', powertrain }],
  })
})

test('vehicles report what their parts allow', () => {
  function parts(powertrain: string) {
    const account = accountOf(`0sctesl0000000001@${powertrain}.smartcar.com`, tesla, 'simulated')
    const [vehicle] = account.ok ? account.vehicles : []
    if (vehicle === undefined) throw new Error('a VIN login has a vehicle')
    return Object.keys(readingsOf(vehicle, newCar(vehicle, Date.now()))).filter(
      part => part === 'battery' || part === 'fuel',
    )
  }
  expect(parts('bev')).toEqual(['battery'])
  expect(parts('fuel')).toEqual(['fuel'])
  expect(parts('phev')).toEqual(['battery', 'fuel'])
})
