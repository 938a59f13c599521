// How a car was ordered, and what its owner called it.

import { stableChoice, stableShare } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** How a car was ordered. */
export type EquipmentReadings = {
  readonly colour: string
  readonly trim: string
  readonly nickname: string
  readonly packages: readonly string[]
  readonly wheels: string
}

/** The equipment of a car. All of it is made up. */
export function equipmentReadings({ vin, model }: Vehicle): EquipmentReadings {
  const packages = ['Winter', 'Towing', 'Driver assistance', 'Premium sound']
  return {
    colour: stableChoice(`colour ${vin}`, ['White', 'Black', 'Silver', 'Blue', 'Red', 'Grey']),
    trim: stableChoice(`trim ${vin}`, ['Base', 'Comfort', 'Sport', 'Premium']),
    nickname: `${stableChoice(`nickname ${vin}`, ['Ada', 'Otto', 'Pip', 'Juno', 'Max'])}’s ${model}`,
    packages: packages.filter(name => stableShare(`${name} ${vin}`) < 0.5),
    wheels: stableChoice(`wheels ${vin}`, ['17-inch alloy', '18-inch alloy', '19-inch alloy']),
  }
}
