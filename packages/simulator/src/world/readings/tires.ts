// The pressures of the tires.

import { round } from '../round.ts'
import { stableBetween, stableShare } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** The pressures in kPa: front left, front right, back left, back right. */
export type TirePressures = readonly [number, number, number, number]

/** The pressures of a car. In one car of twelve one tire is soft. */
export function tirePressures({ vin }: Vehicle): TirePressures {
  const usual = stableBetween(`tires ${vin}`, 240, 264)
  const lost = stableShare(`soft ${vin}`) < 1 / 12 ? 62.5 : 0
  return [wheel('fl'), wheel('fr') - lost, wheel('bl'), wheel('br')]

  function wheel(place: string): number {
    return round(usual + stableBetween(`${place} ${vin}`, -4, 4), 1)
  }
}
