// What can be opened on a car, and whether it is.

import type { Car } from '../car.ts'
import { stableHash, stableShare } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** Something in a row and a column: row 0 is the front, column 0 the left. */
export type Opening = {
  readonly row: number
  readonly column: number
  /** Whether it is open. */
  readonly isOpen: boolean
}

/** A lid that has a lock. */
export type Lid = { readonly isOpen: boolean; readonly isLocked: boolean }

/** What can be opened. What the car lacks is left out. */
export type ClosureReadings = {
  readonly doors: readonly (Opening & { readonly isLocked: boolean })[]
  readonly windows: readonly Opening[]
  readonly isEngineCoverOpen: boolean
  readonly isSunroofOpen?: boolean
  readonly frontTrunk?: Lid
  readonly rearTrunk?: Lid
  readonly tailgate?: Lid
}

/** The closures of a car. It is driven and parked with everything shut. */
export function closureReadings(vehicle: Vehicle, { isLocked }: Car): ClosureReadings {
  const { vin, brandId, model, powertrain, answersEverything } = vehicle
  const lid: Lid = { isOpen: false, isLocked }
  const hasTailgate = stableHash(`body ${brandId} ${model}`) % 3 > 0
  const hasFrontTrunk = powertrain === 'BEV' && stableHash(`front ${brandId} ${model}`) % 2 === 0
  const hasSunroof = stableShare(`sunroof ${vin}`) < 0.4
  return {
    doors: seats.map(place => ({ ...place, isOpen: false, isLocked })),
    windows: seats.map(place => ({ ...place, isOpen: false })),
    isEngineCoverOpen: false,
    ...((answersEverything || hasSunroof) && { isSunroofOpen: false }),
    ...((answersEverything || hasFrontTrunk) && { frontTrunk: lid }),
    ...((answersEverything || !hasTailgate) && { rearTrunk: lid }),
    ...((answersEverything || hasTailgate) && { tailgate: lid }),
  }
}

const seats = [
  { row: 0, column: 0 },
  { row: 0, column: 1 },
  { row: 1, column: 0 },
  { row: 1, column: 1 },
]
