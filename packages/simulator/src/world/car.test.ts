// How cars move on by the clock.

import { expect, test } from 'vitest'
import { type Brand, brands, findBrand } from './brands.ts'
import { type Car, carAt, isCharging, kmADay, newCar, soldAtMs } from './car.ts'
import { commandCar } from './car-commands.ts'
import { makeVin, type Powertrain, type Vehicle, vehicleOf } from './vehicle.ts'

const now = Date.UTC(2026, 5, 1, 8)
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const kia = findBrand('KIA') as Brand

function vehicle(powertrain: Powertrain, number = 1, person = 'me'): Vehicle {
  return vehicleOf(makeVin(kia, person, number, 'live'), kia, powertrain, number)
}

const many = brands.flatMap(brand =>
  Array.from({ length: 10 }, (_, at) => vehicleOf(makeVin(brand, 'km', at, 'live'), brand)),
)

test('cars drive about 15,000 km a year', () => {
  const kmAYear = many.map(car => kmADay(car) * 365)
  const average = kmAYear.reduce((sum, km) => sum + km, 0) / kmAYear.length
  expect(Math.abs(average - 15_000)).toBeLessThan(500)
  for (const one of many) {
    const car = newCar(one, now)
    const years = (now - soldAtMs(one)) / (365 * dayMs)
    expect(years).toBeGreaterThan(0)
    expect(car.odometerKm / years).toBeCloseTo(kmADay(one) * 365, 4)
    expect(carAt(one, car, now + 365 * dayMs).odometerKm - car.odometerKm).toBeCloseTo(
      kmADay(one) * 365,
      4,
    )
  }
})

test('a car is sold around the start of its model year', () => {
  for (const one of many) {
    const sold = new Date(soldAtMs(one))
    expect(sold.getTime()).toBeGreaterThanOrEqual(Date.UTC(one.year - 1, 9, 1))
    expect(sold.getTime()).toBeLessThan(Date.UTC(one.year, 9, 1))
  }
})

test('a brand-new car, and one that is not sold yet, have been driven for a few weeks', () => {
  const one = vehicle('BEV')
  for (const nowMs of [soldAtMs(one) + dayMs, soldAtMs(one) - 1000 * dayMs]) {
    expect(newCar(one, nowMs).odometerKm).toBeCloseTo(20 * kmADay(one), 6)
  }
})

test('nothing but the charge moves in the first twelve hours', () => {
  const one = vehicle('PHEV')
  const car = newCar(one, now)
  for (const hours of [1, 6, 11.99]) {
    const { atMs, batteryPercent, energyAddedKwh, ...rest } = carAt(one, car, now + hours * hourMs)
    expect({ ...car, ...rest }).toEqual(car)
    expect([atMs, batteryPercent > car.batteryPercent]).toEqual([now + hours * hourMs, true])
    const addedPercent = ((energyAddedKwh - car.energyAddedKwh) / one.drive.batteryKwh) * 100
    expect(addedPercent).toBeCloseTo(batteryPercent - car.batteryPercent, 6)
  }
})

test('charging takes the power that the car has, and ends at the limit', () => {
  const one = vehicle('BEV')
  const { batteryKwh, chargeKw } = one.drive
  const car = { ...newCar(one, now), batteryPercent: 50, chargeLimitPercent: 80, energyAddedKwh: 1 }
  const later = carAt(one, car, now + hourMs)
  expect(later.batteryPercent).toBeCloseTo(50 + (chargeKw / batteryKwh) * 100, 9)
  expect(later.energyAddedKwh).toBeCloseTo(1 + chargeKw, 9)
  const full = carAt(one, car, now + 11 * hourMs)
  expect(full.batteryPercent).toBe(80)
  expect(full.energyAddedKwh).toBeCloseTo(1 + 0.3 * batteryKwh, 9)
  expect(isCharging(full)).toBe(false)
})

test('a drive takes from the battery and brings kilometres; the cable is out meanwhile', () => {
  const one = vehicle('BEV')
  const car = { ...newCar(one, now), batteryPercent: 80, chargeLimitPercent: 80 }
  const driving = carAt(one, car, now + 12.25 * hourMs)
  const parked = carAt(one, car, now + 13 * hourMs)
  const km = kmADay(one) / 2
  expect(driving.odometerKm - car.odometerKm).toBeCloseTo(km / 2, 9)
  expect(parked.odometerKm - car.odometerKm).toBeCloseTo(km, 9)
  const used = (km * one.drive.kwhPer100Km) / one.drive.batteryKwh
  expect(car.batteryPercent - parked.batteryPercent).toBeCloseTo(used, 9)
  expect(driving).toMatchObject({ isPluggedIn: false, isChargePortOpen: false, isLocked: false })
  expect(parked).toMatchObject({ isPluggedIn: false, isChargePortOpen: false, isLocked: true })
})

test('at home the cable goes in again, what was stopped begins anew, and the count of energy too', () => {
  const one = vehicle('BEV')
  const stopped = commandCar(one, newCar(one, now), { kind: 'stop-charge' })
  if (!stopped.ok) throw new Error('it charges')
  const evening = carAt(one, stopped.car, now + 21 * hourMs)
  expect(evening).toMatchObject({
    isPluggedIn: true,
    isChargePortOpen: true,
    isChargingStopped: false,
    energyAddedKwh: 0,
  })
})

test('the night goes on where the day of the car begins anew', () => {
  for (const number of [1, 2]) {
    const one = vehicle('BEV', number)
    const start = { ...newCar(one, now), batteryPercent: 48 }
    const before = carAt(one, start, now + 21.2 * hourMs)
    const stopped = commandCar(one, before, { kind: 'stop-charge' })
    if (!stopped.ok) throw new Error('it charges')
    expect(before.energyAddedKwh).toBeGreaterThan(0)
    const after = carAt(one, stopped.car, now + 24.5 * hourMs)
    expect(after).toEqual({ ...stopped.car, atMs: now + 24.5 * hourMs })
  }
})

test('the engine of a plug-in hybrid helps when its battery is almost empty', () => {
  const one = vehicle('PHEV')
  const { batteryKwh, kwhPer100Km, tankLitres, litresPer100Km } = one.drive
  const car: Car = { ...newCar(one, now), batteryPercent: 20, isPluggedIn: false, fuelPercent: 60 }
  const parked = carAt(one, car, now + 13 * hourMs)
  const electricKm = (0.1 * batteryKwh * 100) / kwhPer100Km
  const fuelKm = kmADay(one) / 2 - electricKm
  expect(parked.batteryPercent).toBeCloseTo(10, 9)
  expect(60 - parked.fuelPercent).toBeCloseTo((fuelKm * litresPer100Km) / tankLitres, 9)
  // Below that it does not drive by the battery at all.
  const low = carAt(one, { ...car, batteryPercent: 8 }, now + 13 * hourMs)
  expect(low.batteryPercent).toBe(8)
})

test('nobody runs dry: a driver fills up in time', () => {
  const [fuel, electric] = [vehicle('ICE'), vehicle('BEV', 2)]
  const dry = carAt(fuel, { ...newCar(fuel, now), fuelPercent: 15 }, now + 13 * hourMs)
  expect(dry.fuelPercent).toBe(96)
  const empty = { ...newCar(electric, now), batteryPercent: 25 }
  expect(carAt(electric, empty, now + 13 * hourMs).batteryPercent).toBe(80)
})

test('the driver of the second car plugs in only when it is worth it', () => {
  const one = vehicle('BEV', 2)
  const car = newCar(one, now)
  expect(car.isPluggedIn).toBe(false)
  const evening = now + 21 * hourMs
  expect(carAt(one, { ...car, batteryPercent: 85 }, evening).isPluggedIn).toBe(false)
  expect(carAt(one, { ...car, batteryPercent: 48 }, evening).isPluggedIn).toBe(true)
})

test('a destination is forgotten when the car arrives', () => {
  const one = vehicle('ICE')
  const car = { ...newCar(one, now), destination: { latitude: 1, longitude: 2 } }
  expect(carAt(one, car, now + 12.3 * hourMs).destination).toEqual({ latitude: 1, longitude: 2 })
  expect(carAt(one, car, now + 13 * hourMs)).not.toHaveProperty('destination')
})

test('a clock that was moved back leaves all else as it was', () => {
  const one = vehicle('BEV')
  const car = carAt(one, newCar(one, now), now + 30 * hourMs)
  for (const back of [hourMs, 40 * dayMs, 20_000 * dayMs]) {
    expect(carAt(one, car, now - back)).toEqual({ ...car, atMs: now - back })
  }
  const again = carAt(one, carAt(one, car, now - 40 * dayMs), now)
  expect(again.odometerKm - car.odometerKm).toBeCloseTo(40 * kmADay(one), 6)
})

test('thousands of years take no longer than a week', () => {
  const one = vehicle('BEV')
  const car = newCar(one, now)
  // Almost the last instant that a Date can hold. Day by day this would not end.
  const days = 99_000_000
  const later = carAt(one, car, now + days * dayMs)
  expect(later.atMs).toBe(now + days * dayMs)
  expect((later.odometerKm - car.odometerKm) / days).toBeCloseTo(kmADay(one), 6)
})

test('a century brings a car back to the same hour of its day', () => {
  const one = vehicle('BEV')
  const car = newCar(one, now)
  expect(carAt(one, car, now + 36_500 * dayMs + 12.25 * hourMs).isPluggedIn).toBe(false)
  expect(carAt(one, car, now + 36_500 * dayMs + 23 * hourMs).isPluggedIn).toBe(true)
})

test.each<Powertrain>(['BEV', 'PHEV', 'ICE'])(
  'a thousand small steps of a %s are one big one',
  kind => {
    for (const number of [1, 2, 3]) {
      const one = vehicle(kind, number)
      const start = newCar(one, now)
      let car = start
      for (let step = 1; step <= 1000; step += 1) car = carAt(one, car, now + step * 0.07 * hourMs)
      const { odometerKm, batteryPercent, fuelPercent, energyAddedKwh, ...rest } = car
      const atOnce = carAt(one, start, now + 70 * hourMs)
      expect({ ...atOnce, ...rest, atMs: atOnce.atMs }).toEqual(atOnce)
      expect(odometerKm).toBeCloseTo(atOnce.odometerKm, 6)
      expect(batteryPercent).toBeCloseTo(atOnce.batteryPercent, 6)
      expect(fuelPercent).toBeCloseTo(atOnce.fuelPercent, 6)
      expect(energyAddedKwh).toBeCloseTo(atOnce.energyAddedKwh, 6)
    }
  },
)
