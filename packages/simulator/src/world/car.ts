// What a car is doing and how it is set, at one instant. Commands and time make the next one of it.

import { activityOf, driveHours, phaseAt, sinceDayStart } from './day.ts'
import { stableShare } from './stable-hash.ts'
import type { Vehicle } from './vehicle.ts'

/** A charge schedule that an application made. */
export type ChargeSchedule = {
  /** `sched_` and letters that cannot be guessed. */
  readonly id: string
  /** How the days are told apart. */
  readonly scheduleType: 'DAILY' | 'WEEKLY' | 'WORKWEEK'
  /** What the application asked for, unchanged. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A place. */
export type Place = {
  /** Degrees north. */
  readonly latitude: number
  /** Degrees east. */
  readonly longitude: number
}

/** A car at one instant. It is plain data, never changed: a later instant is a new value. */
export type Car = {
  /** Milliseconds since 1970: when all of this was so. */
  readonly atMs: number
  /** Milliseconds since 1970: when the car was first connected. Its days begin at this time of day. */
  readonly dayStartMs: number
  /** Kilometres driven. */
  readonly odometerKm: number
  /** The charge of the battery, from 0 to 100; 0 for a car without one. */
  readonly batteryPercent: number
  /** The level of the tank, from 0 to 100; 0 for a car without one. */
  readonly fuelPercent: number
  /** Whether the charging cable is in. */
  readonly isPluggedIn: boolean
  /** Whether charging was stopped by a command. The next time the cable goes in it begins again. */
  readonly isChargingStopped: boolean
  /** The charge at which charging ends, from 50 to 100. */
  readonly chargeLimitPercent: number
  /** What the battery got since the cable last went in, in kWh; 0 for a car without one. */
  readonly energyAddedKwh: number
  /** Whether the doors are locked. */
  readonly isLocked: boolean
  /** Whether the flap of the charging port is open. */
  readonly isChargePortOpen: boolean
  /** Where the navigation leads, if a destination was sent. */
  readonly destination?: Place
  /** The charge schedules that applications made, oldest first. */
  readonly schedules: readonly ChargeSchedule[]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const drivesADay = 2

/** Kilometres that a car drives in a day: about 15,000 in a year, of one car more than of another. */
export function kmADay({ vin }: Vehicle): number {
  return (12_000 + stableShare(`year ${vin}`) * 6_000) / 365
}

/** When a car was sold, in milliseconds since 1970: some time around the start of its model year. */
export function soldAtMs({ vin, year }: Vehicle): number {
  return Date.UTC(year, 0, 1) - 90 * dayMs + stableShare(`sold ${vin}`) * 360 * dayMs
}

/** The car as it is when it is first connected. */
export function newCar(vehicle: Vehicle, nowMs: number): Car {
  const { vin, number, drive } = vehicle
  // A car that is said to be sold in the future has been driven for a few weeks all the same.
  const days = Math.max(20, (nowMs - soldAtMs(vehicle)) / dayMs)
  const hasBattery = drive.batteryKwh > 0
  // The first car of an account charges, the second has no cable in, so that both can be shown.
  const lowest = number === 2 ? 62 : 35
  const batteryPercent = hasBattery ? Math.round(lowest + stableShare(`battery ${vin}`) * 32) : 0
  const isPluggedIn = hasBattery && plugsInAtHome(vehicle, batteryPercent)
  const addedPercent = 3 + stableShare(`added ${vin}`) * 20
  return {
    atMs: nowMs,
    dayStartMs: nowMs,
    odometerKm: days * kmADay(vehicle),
    batteryPercent,
    fuelPercent: drive.tankLitres > 0 ? Math.round(25 + stableShare(`fuel ${vin}`) * 65) : 0,
    isPluggedIn,
    isChargingStopped: false,
    chargeLimitPercent: stableShare(`limit ${vin}`) < 0.5 ? 80 : 90,
    energyAddedKwh: (addedPercent / 100) * drive.batteryKwh,
    isLocked: true,
    isChargePortOpen: isPluggedIn,
    schedules: [],
  }
}

/** Whether current flows into the battery. */
export function isCharging(car: Car): boolean {
  return car.isPluggedIn && !car.isChargingStopped && car.batteryPercent < car.chargeLimitPercent
}

/** The car at a later time. What was so before stays so if the clock was moved back. */
export function carAt(vehicle: Vehicle, car: Car, nowMs: number): Car {
  let current = skipDays(vehicle, car, nowMs)
  while (current.atMs < nowMs) {
    const { activity, endMs } = phaseAt(current)
    const untilMs = Math.min(endMs, nowMs)
    const hours = (untilMs - current.atMs) / hourMs
    const moved =
      activity === 'driving' ? drive(vehicle, current, hours) : stand(vehicle, current, hours)
    current = { ...moved, atMs: untilMs }
    if (untilMs === endMs) current = beginPhase(vehicle, current)
  }
  return { ...current, atMs: nowMs }
}

/** Of many days only the kilometres count: at the end of each the car is much the same. */
function skipDays(vehicle: Vehicle, car: Car, nowMs: number): Car {
  const days = Math.floor((nowMs - car.atMs) / dayMs) - 3
  if (days <= 0) return car
  return {
    ...car,
    atMs: car.atMs + days * dayMs,
    odometerKm: car.odometerKm + days * kmADay(vehicle),
  }
}

function beginPhase(vehicle: Vehicle, car: Car): Car {
  const activity = activityOf(car)
  if (activity === 'driving') {
    return { ...car, isPluggedIn: false, isChargePortOpen: false, isLocked: false }
  }
  // The night goes on where the day of the car begins anew.
  if (sinceDayStart(car) === 0) return car
  const { destination: _reached, ...arrived } = refilled(vehicle, car)
  const isPluggedIn = activity === 'at-home' && plugsInAtHome(vehicle, arrived.batteryPercent)
  return {
    ...arrived,
    isLocked: true,
    isPluggedIn,
    isChargePortOpen: isPluggedIn,
    isChargingStopped: false,
    ...(isPluggedIn && { energyAddedKwh: 0 }),
  }
}

function drive(vehicle: Vehicle, car: Car, hours: number): Car {
  const km = (kmADay(vehicle) / drivesADay / driveHours) * hours
  const { batteryKwh, kwhPer100Km, tankLitres, litresPer100Km } = vehicle.drive
  // An engine helps as soon as the battery is almost empty.
  const usablePercent = vehicle.powertrain === 'BEV' ? 100 : Math.max(0, car.batteryPercent - 10)
  const electricKm = batteryKwh > 0 ? Math.min(km, (usablePercent * batteryKwh) / kwhPer100Km) : 0
  const battery = electricKm > 0 ? (electricKm * kwhPer100Km) / batteryKwh : 0
  const fuel = km > electricKm ? ((km - electricKm) * litresPer100Km) / tankLitres : 0
  return {
    ...car,
    odometerKm: car.odometerKm + km,
    batteryPercent: Math.max(0, car.batteryPercent - battery),
    fuelPercent: Math.max(0, car.fuelPercent - fuel),
  }
}

function stand(vehicle: Vehicle, car: Car, hours: number): Car {
  if (!isCharging(car)) return car
  const { chargeKw, batteryKwh } = vehicle.drive
  const missingKwh = ((car.chargeLimitPercent - car.batteryPercent) / 100) * batteryKwh
  const chargedKwh = chargeKw * hours
  const isFull = chargedKwh >= missingKwh
  return {
    ...car,
    batteryPercent: isFull
      ? car.chargeLimitPercent
      : car.batteryPercent + (chargedKwh / batteryKwh) * 100,
    energyAddedKwh: car.energyAddedKwh + Math.min(chargedKwh, missingKwh),
  }
}

/** A driver fills up on the way before a drive could become the last one. */
function refilled(vehicle: Vehicle, car: Car): Car {
  const { powertrain, drive } = vehicle
  return {
    ...car,
    ...(powertrain === 'BEV' && car.batteryPercent < 25 && { batteryPercent: 80 }),
    ...(drive.tankLitres > 0 && car.fuelPercent < 15 && { fuelPercent: 96 }),
  }
}

/** The driver of the first car always plugs in; those of the others only when it is worth it. */
function plugsInAtHome({ vin, number, drive }: Vehicle, batteryPercent: number): boolean {
  if (drive.batteryKwh === 0) return false
  return number === 1 || batteryPercent < 40 + stableShare(`plug ${vin}`) * 20
}
