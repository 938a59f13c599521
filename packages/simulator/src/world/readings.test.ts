// Readings agree with each other, whatever car it is, whenever it is, and whatever it was told to do.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOf } from './account.ts'
import { brands, findBrand } from './brands.ts'
import { type Car, carAt, newCar } from './car.ts'
import { type CarCommand, commandCar } from './car-commands.ts'
import { type Readings, readingsOf } from './readings.ts'
import type { Vehicle } from './vehicle.ts'

const now = Date.UTC(2026, 5, 1, 8)
const hourMs = 3_600_000

const vehicles: fc.Arbitrary<Vehicle> = fc
  .record({
    brand: fc.constantFrom(...brands),
    mode: fc.constantFrom('live', 'simulated', 'test'),
    count: fc.integer({ min: 1, max: 9 }),
    person: fc.integer({ min: 0, max: 999 }),
    login: fc.constantFrom('account', 'account', 'bev', 'phev', 'fuel'),
  })
  .map(({ brand, mode, count, person, login }) => {
    const name = `0SC${String(person).padStart(14, '7')}`
    const email =
      login === 'account' ? `${count}-vehicles@smartcar.com` : `${name}@${login}.smartcar.com`
    const account = accountOf(email, brand, mode)
    const vehicle = account.ok ? account.vehicles.at(-1) : undefined
    if (vehicle === undefined) throw new Error('there is a vehicle')
    return vehicle
  })

const commands: fc.Arbitrary<CarCommand> = fc.oneof(
  fc.constantFrom<CarCommand>(
    { kind: 'start-charge' },
    { kind: 'stop-charge' },
    { kind: 'open-charge-port' },
    { kind: 'close-charge-port' },
    { kind: 'lock' },
    { kind: 'unlock' },
    { kind: 'set-destination', place: { latitude: 1, longitude: 2 } },
  ),
  fc
    .integer({ min: 50, max: 100 })
    .map(percent => ({ kind: 'set-charge-limit', percent }) as const),
)

/** Hours that pass, or a command. */
const steps = fc.array(
  fc.oneof(
    commands,
    fc.double({ min: 0, max: 30, noNaN: true }),
    fc.constantFrom(0.25, 12, 13, 24, 24 * 5, 24 * 400),
  ),
  { minLength: 1, maxLength: 20 },
)

function next(vehicle: Vehicle, car: Car, step: CarCommand | number): Car {
  if (typeof step === 'number') return carAt(vehicle, car, car.atMs + Math.round(step * hourMs))
  const result = commandCar(vehicle, car, step)
  return result.ok ? result.car : car
}

/** Runs a check at every step of many lives of many cars. */
function always(
  check: (readings: Readings, vehicle: Vehicle, car: Car, before: Car) => void,
): void {
  fc.assert(
    fc.property(vehicles, steps, (vehicle, life) => {
      let car = newCar(vehicle, now)
      check(readingsOf(vehicle, car), vehicle, car, car)
      for (const step of life) {
        const before = car
        car = next(vehicle, car, step)
        check(readingsOf(vehicle, car), vehicle, car, before)
      }
    }),
    { numRuns: 150 },
  )
}

function isNear(value: number, other: number, most: number): void {
  expect(Math.abs(value - other)).toBeLessThanOrEqual(most)
}

test('the odometer never falls, and levels stay between empty and full', () => {
  always(({ odometerKm, battery, fuel }, vehicle, car, before) => {
    expect(odometerKm).toBeGreaterThanOrEqual(readingsOf(vehicle, before).odometerKm)
    for (const level of [battery?.percent, fuel?.percent, fuel?.oilLifePercent]) {
      expect(level ?? 0).toBeGreaterThanOrEqual(0)
      expect(level ?? 0).toBeLessThanOrEqual(100)
    }
    expect(car.batteryPercent > 0).toBe(battery !== undefined)
  })
})

test('a car reports the battery and the tank that it has', () => {
  always(({ battery, charge, fuel }, { powertrain, answersEverything }) => {
    const isElectric = powertrain !== 'ICE' || answersEverything
    expect([battery !== undefined, charge !== undefined]).toEqual([isElectric, isElectric])
    expect(fuel !== undefined).toBe(powertrain !== 'BEV' || answersEverything)
  })
})

test('the ranges follow from the levels', () => {
  always(({ battery, fuel }, { drive }) => {
    if (battery !== undefined) {
      const kwh = (battery.percent / 100) * battery.capacityKwh
      isNear(battery.rangeKm, (kwh / drive.kwhPer100Km) * 100, 0.06)
    }
    if (fuel !== undefined) {
      isNear(fuel.litres, (fuel.percent / 100) * drive.tankLitres, 0.1)
      isNear(fuel.rangeKm, (fuel.litres / drive.litresPer100Km) * 100, 0.3)
    }
  })
})

test('charging needs the cable, room below the limit, and an open port', () => {
  always(({ charge, battery, isDriving, isAtHome }) => {
    if (charge === undefined || battery === undefined) return
    const { isPluggedIn, isPortOpen, state, limitPercent, minutesLeft } = charge
    expect(limitPercent).toBeGreaterThanOrEqual(50)
    if (isPluggedIn) expect([isPortOpen, isDriving, isAtHome]).toEqual([true, false, true])
    else expect(state).toBe('NOT_CHARGING')
    if (isDriving) expect(isPortOpen).toBe(false)
    if (state === 'FULLY_CHARGED') expect(battery.percent).toBeGreaterThanOrEqual(limitPercent)
    if (state === 'CHARGING') expect(battery.percent).toBeLessThanOrEqual(limitPercent)
    expect(minutesLeft > 0).toBe(state === 'CHARGING')
  })
})

test('power is volts times amperes, and fits the time that is left and the distance won', () => {
  always(({ charge, battery }, { drive }) => {
    if (charge === undefined || battery === undefined) return
    const { powerKw, volts, amperes, phases, kmAnHour } = charge.current
    isNear(powerKw * 1000, volts * amperes * phases, volts * phases * 0.051)
    isNear(kmAnHour, (powerKw / drive.kwhPer100Km) * 100, 0.051)
    if (charge.state !== 'CHARGING') return
    const missingKwh = ((charge.limitPercent - battery.percent) / 100) * battery.capacityKwh
    const hours = charge.minutesLeft / 60
    isNear(hours * powerKw, missingKwh, powerKw / 60 + battery.capacityKwh * 0.0006)
  })
})

test('what the charge wins is the energy that was added', () => {
  always(({ charge, battery }, { drive }, car, before) => {
    if (charge === undefined || battery === undefined) return
    expect(charge.energyAddedKwh).toBeGreaterThanOrEqual(0)
    expect(charge.energyAddedKwh).toBeLessThanOrEqual(drive.batteryKwh)
    const isOneStand = car.isPluggedIn && before.isPluggedIn && car.atMs - before.atMs < 3 * hourMs
    if (!isOneStand) return
    const won = ((car.batteryPercent - before.batteryPercent) / 100) * drive.batteryKwh
    isNear(car.energyAddedKwh - before.energyAddedKwh, won, 1e-6)
  })
})

test('who drives has a gear in, moves, and stands nowhere', () => {
  always(({ isDriving, isAtHome, speedKmh, motion, hvac }) => {
    expect(speedKmh > 0).toBe(isDriving)
    if (isDriving) expect(isAtHome).toBe(false)
    if (motion !== undefined) expect(motion.gear).toBe(isDriving ? 'DRIVE' : 'PARK')
    if (hvac !== undefined) expect(hvac.isActive).toBe(isDriving)
  })
})

test('a car is at one home, and never far from it', () => {
  always(({ place, isAtHome }, vehicle) => {
    const home = readingsOf(vehicle, newCar(vehicle, now)).place
    if (isAtHome) expect(place).toEqual(home)
    isNear(place.latitude, home.latitude, 0.14)
    isNear(place.longitude, home.longitude, 0.19)
    // Open sea: between the Azores and the coasts of both sides.
    isNear(place.latitude, 42, 2.2)
    isNear(place.longitude, -34, 4.2)
  })
})

test('the direction in which a car points leads to where it goes', () => {
  always(({ place, headingDegrees, isDriving }, vehicle, car) => {
    if (!isDriving) return
    const later = readingsOf(vehicle, { ...car, atMs: car.atMs + 60_000 })
    if (!later.isDriving) return
    const radians = (headingDegrees / 180) * Math.PI
    const [north, east] = [
      later.place.latitude - place.latitude,
      later.place.longitude - place.longitude,
    ]
    expect(north * Math.cos(radians) + east * Math.sin(radians)).toBeGreaterThan(0.003)
  })
})

test('doors and lids are locked exactly if the car is, and nothing stands open', () => {
  always(({ isLocked, closures, surveillance }) => {
    if (surveillance !== undefined) expect(surveillance.isEnabled).toBe(isLocked)
    if (closures === undefined) return
    const { doors, windows, frontTrunk, rearTrunk, tailgate } = closures
    const lids = [frontTrunk, rearTrunk, tailgate].filter(lid => lid !== undefined)
    expect(lids.length).toBeGreaterThan(0)
    for (const closure of [...doors, ...lids])
      expect(closure).toMatchObject({ isOpen: false, isLocked })
    for (const window of windows) expect(window.isOpen).toBe(false)
    expect(doors.map(({ row, column }) => `${row} ${column}`)).toEqual(['0 0', '0 1', '1 0', '1 1'])
  })
})

test('the lamps say what the codes, the tires and the oil say', () => {
  always(({ diagnostics, tiresKpa, fuel }, vehicle, car) => {
    if (diagnostics === undefined) return
    const { systems, codes } = diagnostics
    // An official SDK's suite reads the codes of a simulated Chevrolet and wants some.
    if (vehicle.answersEverything) expect(codes).toHaveLength(1)
    const alerts = systems.filter(({ status }) => status === 'ALERT').map(({ name }) => name)
    expect(alerts.includes('MIL')).toBe(codes.length > 0)
    expect(alerts.includes('TirePressure')).toBe(Math.min(...tiresKpa) < 210)
    expect(alerts.includes('OilLife')).toBe((fuel?.oilLifePercent ?? 100) < 10)
    expect(systems.some(({ name }) => name === 'Emissions')).toBe(fuel !== undefined)
    for (const { status, description } of systems) {
      expect(description === null).toBe(status === 'OK')
    }
    for (const { atMs } of codes) expect(atMs).toBeLessThan(car.atMs)
    if (codes.length > 0) expect(alerts.length).toBeGreaterThan(1)
  })
})

test('services lie in the past, in order, and the last one fits the oil', () => {
  always(({ services, odometerKm, fuel }, _vehicle, car) => {
    if (services === undefined) return
    for (const [at, { odometerKm: km, atMs, tasks }] of services.entries()) {
      expect(km).toBeGreaterThan(services[at - 1]?.odometerKm ?? 0)
      expect(atMs).toBeGreaterThan(services[at - 1]?.atMs ?? 0)
      expect(atMs).toBeLessThanOrEqual(car.atMs)
      expect(km).toBeLessThanOrEqual(odometerKm + 1)
      expect(tasks.some(task => task.startsWith('Oil'))).toBe(fuel !== undefined)
    }
    const last = services.at(-1)
    if (last === undefined || fuel === undefined) return
    isNear(100 - fuel.oilLifePercent, (odometerKm - last.odometerKm) / 150, 1)
  })
})

test('a service that the clock has not come to yet is not told', () => {
  const ford = findBrand('FORD')
  const account = ford && accountOf('2-vehicles@smartcar.com', ford, 'test')
  const [vehicle] = account?.ok ? account.vehicles : []
  if (vehicle === undefined) throw new Error('there is a vehicle')
  const car = { ...newCar(vehicle, now), odometerKm: 100_000 }
  const services = readingsOf(vehicle, { ...car, atMs: now + 9e11 }).services ?? []
  const between = ((services[2]?.atMs ?? 0) + (services[3]?.atMs ?? 0)) / 2
  expect(readingsOf(vehicle, { ...car, atMs: between }).services).toEqual(services.slice(0, 3))
})

test('charges that are over lie in the past, one after the other, and add up', () => {
  always(({ chargeRecords, battery }, _vehicle, car) => {
    if (chargeRecords === undefined || battery === undefined) return
    expect(chargeRecords).toHaveLength(10)
    for (const [at, charge] of chargeRecords.entries()) {
      expect(charge.startMs).toBeGreaterThan(chargeRecords[at - 1]?.endMs ?? 0)
      expect(charge.endMs).toBeGreaterThan(charge.startMs)
      expect(charge.endMs).toBeLessThanOrEqual(car.atMs)
      expect(charge.startPercent).toBeGreaterThanOrEqual(0)
      const won = ((charge.endPercent - charge.startPercent) / 100) * battery.capacityKwh
      isNear(won, charge.energyKwh, battery.capacityKwh * 0.0006 + 0.01)
    }
  })
})

test('the temperatures and the figures of small things are plausible', () => {
  always(({ climate, hvac, lowVoltage, tiresKpa, connectivity, charge, isDriving }) => {
    if (climate !== undefined) {
      isNear(climate.outsideCelsius, 13, 11)
      isNear(climate.insideCelsius, 15, 11)
    }
    if (hvac !== undefined) isNear(hvac.targetCelsius, 21, 2)
    if (lowVoltage !== undefined) expect(lowVoltage.status === 'WARN').toBe(lowVoltage.percent < 65)
    for (const kpa of tiresKpa) isNear(kpa, 220, 50)
    if (connectivity?.isAsleep) {
      expect([isDriving, charge?.state === 'CHARGING']).toEqual([false, false])
    }
  })
})

test('the readings of an instant are always the same', () => {
  always((readings, vehicle, car) => {
    expect(readingsOf(vehicle, car)).toEqual(readings)
  })
})

test('each car has what the others of many may lack', () => {
  const kia = findBrand('KIA')
  const account = kia && accountOf('400-vehicles@smartcar.com', kia, 'live')
  const all = (account?.ok ? account.vehicles : []).map(vehicle =>
    readingsOf(vehicle, newCar(vehicle, now)),
  )
  function share(has: (readings: Readings) => boolean): number {
    return all.filter(has).length / all.length
  }
  isNear(
    share(({ diagnostics }) => diagnostics?.codes.length === 1),
    0.2,
    0.08,
  )
  isNear(
    share(({ tiresKpa }) => Math.min(...tiresKpa) < 210),
    1 / 12,
    0.05,
  )
  isNear(
    share(({ closures }) => closures?.isSunroofOpen === false),
    0.4,
    0.1,
  )
  isNear(
    share(({ lowVoltage }) => lowVoltage?.status === 'WARN'),
    0.13,
    0.08,
  )
  expect(share(({ chargeRecords }) => chargeRecords === undefined)).toBeGreaterThan(0.1)
})
