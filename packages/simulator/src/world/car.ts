// What a car is doing and how it is set, at one instant. Commands and time make the next one of it.

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
  /** Whether the doors are locked. */
  readonly isLocked: boolean
  /** Whether the flap of the charging port is open. */
  readonly isChargePortOpen: boolean
  /** Where the navigation leads, if a destination was sent. */
  readonly destination?: Place
  /** The charge schedules that applications made, oldest first. */
  readonly schedules: readonly ChargeSchedule[]
}

/** What a car does: it stands where its driver lives, stands elsewhere, or drives. */
export type Activity = 'at-home' | 'driving' | 'away'

/** A part of the day of a car. */
type Phase = { readonly activity: Activity; readonly untilMs: number }

const hourMs = 3_600_000
const dayMs = 24 * hourMs

// The first twelve hours stand still, so that a test does not depend on the time of the day.
const phases: readonly Phase[] = [
  { activity: 'at-home', untilMs: 12 * hourMs },
  { activity: 'driving', untilMs: 12.5 * hourMs },
  { activity: 'away', untilMs: 20.5 * hourMs },
  { activity: 'driving', untilMs: 21 * hourMs },
  { activity: 'at-home', untilMs: dayMs },
]
const drivesADay = 2
const driveHours = 0.5

/** Kilometres that a car drives in a day: about 15,000 in a year, of one car more than of another. */
export function kmADay({ vin }: Vehicle): number {
  return (12_000 + stableShare(`year ${vin}`) * 6_000) / 365
}

/** The car as it is when it is first connected. */
export function newCar(vehicle: Vehicle, nowMs: number): Car {
  const { vin, year, powertrain } = vehicle
  // Sold some time in the year before the model year ends.
  const soldMs = Date.UTC(year, 0, 1) - 90 * dayMs + stableShare(`sold ${vin}`) * 360 * dayMs
  const days = Math.max(20, (nowMs - soldMs) / dayMs)
  const hasBattery = powertrain !== 'ICE'
  const isPluggedIn = hasBattery && pluggedInAtHome(vehicle)
  return {
    atMs: nowMs,
    dayStartMs: nowMs,
    odometerKm: days * kmADay(vehicle),
    batteryPercent: hasBattery ? Math.round(35 + stableShare(`battery ${vin}`) * 35) : 0,
    fuelPercent: powertrain === 'BEV' ? 0 : Math.round(25 + stableShare(`fuel ${vin}`) * 65),
    isPluggedIn,
    isChargingStopped: false,
    chargeLimitPercent: stableShare(`limit ${vin}`) < 0.5 ? 80 : 90,
    isLocked: true,
    isChargePortOpen: isPluggedIn,
    schedules: [],
  }
}

/** What the car is doing now. */
export function activityOf(car: Car): Activity {
  return phaseAt(car).activity
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

function phaseAt({ atMs, dayStartMs }: Car): { activity: Activity; endMs: number } {
  const inDayMs = (((atMs - dayStartMs) % dayMs) + dayMs) % dayMs
  const phase = phases.find(({ untilMs }) => inDayMs < untilMs)
  return {
    activity: phase?.activity ?? 'at-home',
    endMs: atMs - inDayMs + (phase?.untilMs ?? dayMs),
  }
}

function beginPhase(vehicle: Vehicle, car: Car): Car {
  const activity = activityOf(car)
  if (activity === 'driving') {
    return { ...car, isPluggedIn: false, isChargePortOpen: false, isLocked: false }
  }
  const { destination: _reached, ...arrived } = refilled(vehicle, car)
  const isPluggedIn =
    activity === 'at-home' && vehicle.powertrain !== 'ICE' && pluggedInAtHome(vehicle)
  // The night goes on where the day of the car begins anew: the cable stays as it is.
  if (car.isPluggedIn && isPluggedIn) return car
  return {
    ...arrived,
    isLocked: true,
    isPluggedIn,
    isChargePortOpen: isPluggedIn,
    isChargingStopped: false,
  }
}

function drive(vehicle: Vehicle, car: Car, hours: number): Car {
  const km = (kmADay(vehicle) / drivesADay / driveHours) * hours
  const { batteryKwh, kwhPer100Km, tankLitres, litresPer100Km } = vehicle.drive
  const isElectric = vehicle.powertrain === 'BEV' || (batteryKwh > 0 && car.batteryPercent > 10)
  const battery = isElectric ? (km * kwhPer100Km) / batteryKwh : 0
  const fuel = isElectric ? 0 : (km * litresPer100Km) / tankLitres
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
  const charged = car.batteryPercent + ((chargeKw * hours) / batteryKwh) * 100
  return { ...car, batteryPercent: Math.min(car.chargeLimitPercent, charged) }
}

/** A driver fills up on the way before a drive could become the last one. */
function refilled(vehicle: Vehicle, car: Car): Car {
  return {
    ...car,
    ...(vehicle.powertrain === 'BEV' && car.batteryPercent < 20 && { batteryPercent: 80 }),
    ...(vehicle.powertrain !== 'BEV' && car.fuelPercent < 15 && { fuelPercent: 96 }),
  }
}

function pluggedInAtHome({ vin, number }: Vehicle): boolean {
  // The first car of an account charges, so that a charge can be shown.
  return number === 1 || stableShare(`plug ${vin}`) < 0.5
}
