// The charges of the last weeks.

import { type Car, kmADay, type Place } from '../car.ts'
import { round } from '../round.ts'
import { stableUuid } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'
import { homeOf } from './place.ts'

/** One charge that is over. */
export type ChargeRecord = {
  /** Always the same for the same charge. */
  readonly id: string
  /** When the current began to flow, in milliseconds since 1970. */
  readonly startMs: number
  /** When it ended. */
  readonly endMs: number
  /** Where it was. */
  readonly place: Place
  /** What the battery got, in kWh. */
  readonly energyKwh: number
  /** What it cost, in US dollars. */
  readonly costUsd: number
  /** The charge before it, from 0 to 100. */
  readonly startPercent: number
  /** The charge after it, from 0 to 100. */
  readonly endPercent: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const kept = 10

/** The last charges, oldest first, each after the last drive of a day. */
export function chargeRecords(vehicle: Vehicle, car: Car): readonly ChargeRecord[] {
  const { vin, number, drive } = vehicle
  const kwhADay = (kmADay(vehicle) * drive.kwhPer100Km) / 100
  // The driver of the first car plugs in each night, those of the others when it is worth it.
  const nights = number === 1 ? 1 : Math.max(1, Math.floor((0.4 * drive.batteryKwh) / kwhADay))
  const energyKwh = Math.min(nights * kwhADay, 0.4 * drive.batteryKwh)
  const lastNight = Math.floor((car.atMs - car.dayStartMs) / dayMs) - 1
  const last = Math.floor(lastNight / nights)
  return Array.from({ length: kept }, (_, index) => {
    const night = (last - kept + 1 + index) * nights
    const startMs = car.dayStartMs + night * dayMs - 3 * hourMs
    return {
      id: stableUuid(`charge ${vin} ${night} ${car.dayStartMs}`),
      startMs,
      endMs: Math.round(startMs + (energyKwh / drive.chargeKw) * hourMs),
      place: homeOf(vehicle),
      energyKwh: round(energyKwh, 2),
      costUsd: round(energyKwh * 0.17, 2),
      startPercent: round(80 - (energyKwh / drive.batteryKwh) * 100, 1),
      endPercent: 80,
    }
  })
}
