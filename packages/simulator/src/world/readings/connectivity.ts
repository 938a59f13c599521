// The software of a car, its link to the maker, its small battery and who may use it.

import { type Car, isCharging } from '../car.ts'
import { activityOf } from '../day.ts'
import { stableHash, stableShare } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** The software of a car and its link to the maker. */
export type ConnectivityReadings = {
  readonly firmware: string
  readonly isOnline: boolean
  readonly isAsleep: boolean
  readonly isDigitalKeyPaired: boolean
}

/** The battery of the electronics, mostly of 12 volts. */
export type LowVoltageReadings = {
  /** The charge, from 0 to 100. */
  readonly percent: number
  readonly status: 'GOOD' | 'WARN' | 'BAD'
}

/** What watches the parked car. */
export type SurveillanceReadings = { readonly brand: string; readonly isEnabled: boolean }

/** What the person may do at the maker. */
export type AccountReadings = { readonly role: string; readonly permissions: readonly string[] }

/** The software and the link of a car. A car sleeps where it stands, unless it charges. */
export function connectivityReadings({ vin, year }: Vehicle, car: Car): ConnectivityReadings {
  const build = stableHash(`firmware ${vin}`)
  return {
    firmware: `${year}.${build % 50}.${(build >>> 8) % 10}`,
    isOnline: true,
    isAsleep: activityOf(car) !== 'driving' && !isCharging(car),
    isDigitalKeyPaired: stableShare(`key ${vin}`) < 0.7,
  }
}

/** The small battery of a car. */
export function lowVoltageReadings({ vin }: Vehicle): LowVoltageReadings {
  const percent = Math.round(60 + stableShare(`low voltage ${vin}`) * 39)
  return { percent, status: percent < 65 ? 'WARN' : 'GOOD' }
}

/** What watches a car: it does so while the car is locked. */
export function surveillanceReadings(
  { brandId }: Vehicle,
  { isLocked }: Car,
): SurveillanceReadings {
  const brands: Readonly<Record<string, string>> = { RIVIAN: 'Gear Guard', TESLA: 'Sentry Mode' }
  return { brand: brands[brandId] ?? 'Alarm', isEnabled: isLocked }
}

/** What the owner may do at the maker. */
export const accountReadings: AccountReadings = {
  role: 'OWNER',
  permissions: ['vehicle_data', 'vehicle_location', 'vehicle_commands'],
}
