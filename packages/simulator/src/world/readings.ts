// What a vehicle reports about itself. Readings follow from the VIN and stand still.

import { stableHash } from './stable-hash.ts'
import type { Vehicle } from './vehicle.ts'

/** Readings in metric units. A vehicle without a battery or a tank lacks the readings of it. */
export type Readings = {
  /** The distance driven. */
  readonly odometerKm: number
  /** Degrees north. */
  readonly latitude: number
  /** Degrees east. */
  readonly longitude: number
  /** The pressures: front left, front right, back left, back right. */
  readonly tiresKpa: readonly [number, number, number, number]
  /** The charge of the battery as a share from 0 to 1, and the distance that it is good for. */
  readonly battery?: { readonly percentRemaining: number; readonly rangeKm: number }
  /** Whether the car is plugged in, and the provider’s word for what it does there. */
  readonly charge?: { readonly isPluggedIn: boolean; readonly state: string }
  /** The tank: its level as a share from 0 to 1, the distance that it is good for, and the litres in it. */
  readonly fuel?: {
    readonly percentRemaining: number
    readonly rangeKm: number
    readonly amountRemainingL: number
  }
  /** The share of the oil's life that is left, from 0 to 1. */
  readonly oilLifeRemaining?: number
}

/** The readings of a vehicle. Places are spread over open sea, where nobody lives. */
export function readingsOf(vehicle: Vehicle): Readings {
  function of(what: string, from: number, to: number, digits = 0): number {
    const share = stableHash(`${what} ${vehicle.vin}`) / 0xffffffff
    return Number((from + share * (to - from)).toFixed(digits))
  }
  const charge = of('charge', 0.2, 0.95, 2)
  const fuel = of('fuel', 0.15, 0.98, 2)
  const isPluggedIn = of('plug', 0, 1) === 1
  return {
    odometerKm: of('odometer', 4000, 160_000, 2),
    latitude: of('latitude', 40, 44, 4),
    longitude: of('longitude', -38, -30, 4),
    tiresKpa: [of('fl', 215, 245), of('fr', 215, 245), of('bl', 215, 245), of('br', 215, 245)],
    ...(vehicle.powertrain !== 'fuel' && {
      battery: { percentRemaining: charge, rangeKm: Math.round(charge * of('range', 300, 520)) },
      charge: { isPluggedIn, state: isPluggedIn ? 'CHARGING' : 'NOT_CHARGING' },
    }),
    ...(vehicle.powertrain !== 'bev' && {
      fuel: {
        percentRemaining: fuel,
        rangeKm: Math.round(fuel * 720),
        amountRemainingL: Number((fuel * 52).toFixed(2)),
      },
      oilLifeRemaining: of('oil', 0.3, 0.95, 2),
    }),
  }
}
