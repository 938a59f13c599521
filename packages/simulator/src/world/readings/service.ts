// What was done to a car in workshops.

import { type Car, kmADay, soldAtMs } from '../car.ts'
import { round } from '../round.ts'
import { stableBetween, stableShare, stableUuid } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** One visit to a workshop. */
export type ServiceRecord = {
  /** Always the same for the same visit. */
  readonly id: string
  /** When it was, in milliseconds since 1970. */
  readonly atMs: number
  /** The kilometres of the car at that time. */
  readonly odometerKm: number
  /** What it cost, in US dollars. */
  readonly costUsd: number
  /** What was done. */
  readonly tasks: readonly string[]
}

const intervalKm = 15_000
const dayMs = 86_400_000

/** Kilometres since the last service, or since the car was new. */
export function kmSinceService({ vin }: Vehicle, car: Car): number {
  return (car.odometerKm + firstLackKm(vin)) % intervalKm
}

/** The visits to workshops, oldest first: one every 15,000 km. */
export function serviceRecords(vehicle: Vehicle, car: Car): readonly ServiceRecord[] {
  const { vin, drive } = vehicle
  const lackKm = firstLackKm(vin)
  const count = Math.floor((car.odometerKm + lackKm) / intervalKm)
  return Array.from({ length: count }, (_, index) => {
    const odometerKm = Math.round((index + 1) * intervalKm - lackKm)
    return {
      id: stableUuid(`service ${vin} ${index}`),
      atMs: Math.round(soldAtMs(vehicle) + (odometerKm / kmADay(vehicle)) * dayMs),
      odometerKm,
      costUsd: round(stableBetween(`service cost ${vin} ${index}`, 90, 480), 2),
      tasks: [
        'Inspection',
        ...(drive.tankLitres > 0 ? ['Oil and oil filter changed'] : []),
        ...(index % 2 === 1 ? ['Brake fluid changed', 'Cabin air filter changed'] : []),
      ],
    }
  }).filter(({ atMs }) => atMs <= car.atMs)
}

// The first service comes earlier than the others, so that cars differ.
function firstLackKm(vin: string): number {
  return stableShare(`oil ${vin}`) * intervalKm
}
