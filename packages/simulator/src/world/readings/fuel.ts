// What a tank and its engine report.

import type { Car } from '../car.ts'
import { round } from '../round.ts'
import type { Vehicle } from '../vehicle.ts'
import { kmSinceService } from './service.ts'

/** What a tank and its engine report. */
export type FuelReadings = {
  /** The level, from 0 to 100. */
  readonly percent: number
  /** The litres in it. */
  readonly litres: number
  /** The distance that they are good for. */
  readonly rangeKm: number
  /** The share of the oil's life that is left, from 0 to 100. */
  readonly oilLifePercent: number
}

/** The readings of a tank and its engine. */
export function fuelReadings(vehicle: Vehicle, car: Car): FuelReadings {
  const { tankLitres, litresPer100Km } = vehicle.drive
  const litres = (car.fuelPercent / 100) * tankLitres
  return {
    percent: round(car.fuelPercent, 1),
    litres: round(litres, 2),
    rangeKm: round((litres * 100) / litresPer100Km, 1),
    // Each service changes the oil.
    oilLifePercent: Math.round(100 - kmSinceService(vehicle, car) / 150),
  }
}
