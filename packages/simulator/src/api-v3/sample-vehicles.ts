// One vehicle of each model, to find out what the model can do.

import type { Brand } from '../world/brands.ts'
import { makeVin, type Powertrain, type Vehicle, vehicleOf } from '../world/vehicle.ts'

/** A vehicle that stands for its model. */
export type SampleVehicle = {
  /** A vehicle of the model. */
  readonly vehicle: Vehicle
  /** The first model year. */
  readonly fromYear: number
  /** The last model year. */
  readonly toYear: number
}

const powertrains: readonly Powertrain[] = ['BEV', 'PHEV', 'ICE']

/** The models of a brand, each with a vehicle of it. */
export function sampleVehicles(brand: Brand): readonly SampleVehicle[] {
  const vin = makeVin(brand, '', 1, 'live')
  return powertrains.map(powertrain => ({
    vehicle: vehicleOf(vin, brand, powertrain),
    fromYear: 2018,
    toYear: 2025,
  }))
}
