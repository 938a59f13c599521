// How warm it is, and what the air conditioning does.

import type { Car } from '../car.ts'
import { activityOf } from '../day.ts'
import { stableBetween } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** The temperatures, in degrees Celsius. */
export type ClimateReadings = { readonly outsideCelsius: number; readonly insideCelsius: number }

/** What the air conditioning is set to, and what is on. */
export type HvacReadings = {
  readonly targetCelsius: number
  readonly isActive: boolean
  readonly isFrontDefrosterActive: boolean
  readonly isRearDefrosterActive: boolean
  readonly isSteeringHeaterActive: boolean
}

const dayMs = 86_400_000

/** The temperatures of a car: those outside change from day to day only. */
export function climateReadings(vehicle: Vehicle, car: Car): ClimateReadings {
  const outsideCelsius = outside(vehicle, car)
  const isDriving = activityOf(car) === 'driving'
  return {
    outsideCelsius,
    insideCelsius: isDriving ? target(vehicle) : outsideCelsius + 2,
  }
}

/** The air conditioning of a car: it is on while somebody drives, and heats when it is cold. */
export function hvacReadings(vehicle: Vehicle, car: Car): HvacReadings {
  const isActive = activityOf(car) === 'driving'
  const isCold = outside(vehicle, car) < 6
  return {
    targetCelsius: target(vehicle),
    isActive,
    isFrontDefrosterActive: isActive && isCold,
    isRearDefrosterActive: isActive && isCold,
    isSteeringHeaterActive: isActive && isCold,
  }
}

function outside({ vin }: Vehicle, { atMs, dayStartMs }: Car): number {
  const day = Math.floor((atMs - dayStartMs) / dayMs)
  return half(stableBetween(`outside ${vin} ${day}`, 2, 24))
}

function target({ vin }: Vehicle): number {
  return half(stableBetween(`target ${vin}`, 19, 23))
}

function half(celsius: number): number {
  return Math.round(celsius * 2) / 2
}
