// The simulated logins.

import { expect, test } from 'vitest'
import { accountOf, firstVehicle } from './account.ts'
import { type Brand, brands, findBrand } from './brands.ts'
import { newCar } from './car.ts'
import { modelsOf } from './models/models.ts'
import { readingsOf } from './readings.ts'
import { brandOfVin, makeVin, type VehicleMode } from './vehicle.ts'

const tesla = findBrand('TESLA') as Brand
const now = Date.UTC(2026, 5, 1)

const everyBrand = brands.map(brand => [brand.id, brand] as const)
const people = Array.from({ length: 20 }, (_, number) => `person-${number}@example.com`)

function vehiclesOf(email: string, brand: Brand, mode: VehicleMode) {
  const account = accountOf(email, brand, mode)
  return account.ok ? account.vehicles : []
}

test.each(['live', 'simulated', 'test'] as const)('in mode %s the account stays the same', mode => {
  const first = accountOf('me@example.com', tesla, mode)
  expect(first).toEqual(accountOf(' ME@example.com ', tesla, mode))
  expect(first).not.toEqual(accountOf('you@example.com', tesla, mode))
})

test.each(everyBrand)('two live cars of one person differ: %s', (_id, brand) => {
  for (const email of people) {
    const [first, second, ...more] = vehiclesOf(email, brand, 'live')
    if (first === undefined || second === undefined) throw new Error('there are two cars')
    expect(more).toEqual([])
    expect([first.number, second.number]).toEqual([1, 2])
    expect(first.model).not.toBe(second.model)
    const [one, other] = [first, second].map(vehicle => readingsOf(vehicle, newCar(vehicle, now)))
    expect(one?.odometerKm).not.toBe(other?.odometerKm)
    expect(one?.place).not.toEqual(other?.place)
    // What can be plugged in is so for the first car, and is not for the second.
    expect(one?.charge?.isPluggedIn ?? true).toBe(true)
    expect(other?.charge?.isPluggedIn ?? false).toBe(false)
  }
})

test.each(everyBrand)('the first live %s has a battery if any model does', (id, brand) => {
  const kinds = modelsOf(id).map(({ powertrain }) => powertrain)
  const best = kinds.includes('BEV') ? 'BEV' : kinds.includes('PHEV') ? 'PHEV' : 'ICE'
  for (const email of people) {
    expect(vehiclesOf(email, brand, 'live')[0]).toMatchObject({
      powertrain: best,
      answersEverything: false,
    })
  }
})

test.each(everyBrand)('the one simulated %s has a battery and a tank', (_id, brand) => {
  for (const mode of ['simulated', 'test'] as const) {
    const [vehicle, ...more] = vehiclesOf('me@example.com', brand, mode)
    if (vehicle === undefined) throw new Error('there is a car')
    expect(more).toEqual([])
    expect(vehicle.answersEverything).toBe(true)
    const { battery, charge, fuel } = readingsOf(vehicle, newCar(vehicle, now))
    expect(battery?.percent).toBeGreaterThan(0)
    expect(charge).toMatchObject({ isPluggedIn: true, state: 'CHARGING' })
    expect(fuel?.percent).toBeGreaterThan(0)
  }
})

test('the suites of the official SDKs ask a Chevrolet Volt in test mode', () => {
  const chevrolet = findBrand('CHEVROLET') as Brand
  for (const email of people) {
    expect(vehiclesOf(email, chevrolet, 'test')).toMatchObject([
      { make: 'Chevrolet', model: 'Volt', powertrain: 'PHEV' },
    ])
  }
})

test('the cars of a counted account go through the models', () => {
  const kia = findBrand('KIA') as Brand
  const vehicles = vehiclesOf('20-vehicles@smartcar.com', kia, 'simulated')
  expect(vehicles.map(({ number }) => number)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
  expect(new Set(vehicles.map(({ model }) => model)).size).toBe(modelsOf('KIA').length)
  expect(vehicles.every(({ answersEverything }) => answersEverything)).toBe(true)
  expect(vehiclesOf('20-vehicles@smartcar.com', kia, 'live')).toHaveLength(20)
})

test('a VIN that an application chose is a car like the first of the account', () => {
  const vin = '0SCTESL0000000009'
  expect(firstVehicle(vin, tesla, 'live')).toMatchObject({ vin, answersEverything: false })
  expect(firstVehicle(vin, tesla, 'test')).toMatchObject({ vin, answersEverything: true })
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
    vehicles: [{ vin: '0SCTESL0000000001', powertrain, answersEverything: false }],
  })
})

test('vehicles report what their parts allow', () => {
  function parts(powertrain: string) {
    const account = accountOf(`0sctesl0000000001@${powertrain}.smartcar.com`, tesla, 'simulated')
    const [vehicle] = account.ok ? account.vehicles : []
    if (vehicle === undefined) throw new Error('a VIN login has a vehicle')
    return Object.keys(readingsOf(vehicle, newCar(vehicle, now))).filter(
      part => part === 'battery' || part === 'fuel',
    )
  }
  expect(parts('bev')).toEqual(['battery'])
  expect(parts('fuel')).toEqual(['fuel'])
  expect(parts('phev')).toEqual(['battery', 'fuel'])
})
