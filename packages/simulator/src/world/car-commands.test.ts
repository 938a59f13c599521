// What cars do when they are told to, and why they refuse.

import { expect, test } from 'vitest'
import { accountOf } from './account.ts'
import { type Brand, findBrand } from './brands.ts'
import { type Car, type ChargeSchedule, carAt, isCharging, newCar } from './car.ts'
import { type CarCommand, commandCar } from './car-commands.ts'
import { makeVin, type Powertrain, type Vehicle, vehicleOf } from './vehicle.ts'

const now = Date.UTC(2026, 5, 1, 8)
const hourMs = 3_600_000
const away = now + 15 * hourMs
const driving = now + 12.2 * hourMs

function live(brandId = 'KIA', powertrain: Powertrain = 'BEV'): Vehicle {
  const brand = findBrand(brandId) as Brand
  return vehicleOf(makeVin(brand, 'me', 1, 'live'), brand, powertrain)
}

function simulated(brandId = 'FORD'): Vehicle {
  const account = accountOf('me@example.com', findBrand(brandId) as Brand, 'test')
  const [vehicle] = account.ok ? account.vehicles : []
  if (vehicle === undefined) throw new Error('there is a vehicle')
  return vehicle
}

function obeyed(vehicle: Vehicle, car: Car, command: CarCommand): Car {
  const result = commandCar(vehicle, car, command)
  if (!result.ok) throw new Error(`refused: ${result.fault.code}`)
  return result.car
}

function refusal(vehicle: Vehicle, car: Car, command: CarCommand): string {
  const result = commandCar(vehicle, car, command)
  return result.ok ? 'obeyed' : `${result.fault.type} ${result.fault.code}`
}

function schedule(scheduleType: ChargeSchedule['scheduleType'], id = 'sched_1'): CarCommand {
  return { kind: 'add-schedule', schedule: { id, scheduleType, parameters: {} } }
}

test('charging stops and starts again', () => {
  const vehicle = live()
  const car = newCar(vehicle, now)
  const stopped = obeyed(vehicle, car, { kind: 'stop-charge' })
  expect([isCharging(car), isCharging(stopped)]).toEqual([true, false])
  expect(refusal(vehicle, stopped, { kind: 'stop-charge' })).toBe('VEHICLE_STATE NOT_CHARGING')
  expect(isCharging(obeyed(vehicle, stopped, { kind: 'start-charge' }))).toBe(true)
})

test.each(['start-charge', 'stop-charge'] as const)(
  '%s needs the cable, live and simulated',
  kind => {
    for (const vehicle of [live(), simulated()]) {
      const car = carAt(vehicle, newCar(vehicle, now), away)
      expect(refusal(vehicle, car, { kind })).toBe('VEHICLE_STATE CHARGING_PLUG_NOT_CONNECTED')
    }
  },
)

test('a full live car does not start to charge, a simulated one says that it does', () => {
  const command: CarCommand = { kind: 'start-charge' }
  const [one, other] = [live(), simulated()]
  const full = { batteryPercent: 80, chargeLimitPercent: 80 }
  expect(refusal(one, { ...newCar(one, now), ...full }, command)).toBe(
    'VEHICLE_STATE FULLY_CHARGED',
  )
  expect(isCharging(obeyed(other, { ...newCar(other, now), ...full }, command))).toBe(false)
})

test('a simulated car obeys start and stop in every order', () => {
  const vehicle = simulated()
  let car = newCar(vehicle, now)
  for (const kind of ['start-charge', 'stop-charge', 'stop-charge', 'start-charge'] as const) {
    car = obeyed(vehicle, car, { kind })
    expect(isCharging(car)).toBe(kind === 'start-charge')
  }
})

test('the limit is what was asked for, and ends charging that is beyond it', () => {
  const vehicle = live()
  const car = { ...newCar(vehicle, now), batteryPercent: 60 }
  const limited = obeyed(vehicle, car, { kind: 'set-charge-limit', percent: 50 })
  expect(limited.chargeLimitPercent).toBe(50)
  expect(isCharging(limited)).toBe(false)
  expect(carAt(vehicle, limited, now + hourMs).batteryPercent).toBe(60)
})

test('the port opens and closes, unless the cable is in or the car drives', () => {
  const vehicle = live()
  const home = newCar(vehicle, now)
  const parked = carAt(vehicle, home, away)
  const moving = carAt(vehicle, home, driving)
  const open = obeyed(vehicle, parked, { kind: 'open-charge-port' })
  expect([parked.isChargePortOpen, open.isChargePortOpen]).toEqual([false, true])
  expect(obeyed(vehicle, open, { kind: 'close-charge-port' }).isChargePortOpen).toBe(false)
  expect(refusal(vehicle, home, { kind: 'close-charge-port' })).toBe('VEHICLE_STATE UNKNOWN')
  expect(refusal(vehicle, moving, { kind: 'open-charge-port' })).toBe('VEHICLE_STATE IN_MOTION')
})

test('doors lock and unlock, but not on the way', () => {
  const vehicle = live('KIA', 'ICE')
  const car = newCar(vehicle, now)
  const unlocked = obeyed(vehicle, car, { kind: 'unlock' })
  expect([car.isLocked, unlocked.isLocked]).toEqual([true, false])
  expect(obeyed(vehicle, unlocked, { kind: 'lock' }).isLocked).toBe(true)
  const moving = carAt(vehicle, car, driving)
  for (const kind of ['lock', 'unlock'] as const) {
    expect(refusal(vehicle, moving, { kind })).toBe('VEHICLE_STATE IN_MOTION')
  }
})

test('a destination is taken at any time, also on the way', () => {
  const vehicle = live('KIA', 'ICE')
  const place = { latitude: 41, longitude: -33 }
  const car = newCar(vehicle, now)
  for (const moment of [car, carAt(vehicle, car, driving)]) {
    expect(obeyed(vehicle, moment, { kind: 'set-destination', place }).destination).toEqual(place)
  }
})

test.each<[string, readonly ChargeSchedule['scheduleType'][]]>([
  ['TESLA', ['DAILY', 'WEEKLY', 'WORKWEEK']],
  ['VOLVO', ['DAILY']],
  ['KIA', []],
])('a %s takes schedules of the types %j', (brandId, types) => {
  const vehicle = live(brandId)
  const car = newCar(vehicle, now)
  for (const type of ['DAILY', 'WEEKLY', 'WORKWEEK'] as const) {
    expect(refusal(vehicle, car, schedule(type))).toBe(
      types.includes(type) ? 'obeyed' : 'COMPATIBILITY VEHICLE_NOT_CAPABLE',
    )
  }
})

test('a schedule is there until it is removed, and no more than twenty are', () => {
  const vehicle = live('TESLA')
  const two = [schedule('DAILY', 'sched_1'), schedule('WEEKLY', 'sched_2')].reduce(
    (car, command) => obeyed(vehicle, car, command),
    newCar(vehicle, now),
  )
  const one = obeyed(vehicle, two, { kind: 'remove-schedule', scheduleId: 'sched_1' })
  expect(one.schedules.map(({ id }) => id)).toEqual(['sched_2'])
  expect(refusal(vehicle, one, { kind: 'remove-schedule', scheduleId: 'sched_1' })).toBe(
    'RESOURCE_NOT_FOUND SCHEDULE_NOT_FOUND',
  )
  let car = two
  for (let number = 3; number < 30; number += 1) {
    car = obeyed(vehicle, car, schedule('DAILY', `sched_${number}`))
  }
  expect(car.schedules.map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, at) => `sched_${at + 10}`),
  )
})

test.each<CarCommand>([
  { kind: 'start-charge' },
  { kind: 'stop-charge' },
  { kind: 'set-charge-limit', percent: 80 },
  { kind: 'open-charge-port' },
  { kind: 'close-charge-port' },
  schedule('DAILY'),
  { kind: 'remove-schedule', scheduleId: 'sched_1' },
])('a car without a battery cannot do $kind', command => {
  const vehicle = live('TESLA', 'ICE')
  expect(refusal(vehicle, newCar(vehicle, now), command)).toBe('COMPATIBILITY VEHICLE_NOT_CAPABLE')
})
