// The models of each make, as far as the simulator has them. The provider's own list is of real ones.

import { type Brand, brandsIn } from '../world/brands.ts'
import { makeVin, type Powertrain, vehicleOf } from '../world/vehicle.ts'
import { lacking } from './capabilities.ts'

/** The regions of the matrix. */
export const regions = ['US', 'CA', 'EUROPE'] as const

/** What may be asked for as `type`. No simulated car is an HEV. */
export const powertrains: readonly string[] = ['ICE', 'BEV', 'PHEV', 'HEV']

/** A model of the matrix. */
type Model = {
  readonly model: string
  readonly startYear: number
  readonly endYear: number
  readonly type: Powertrain
  /** What it can do, in words. */
  readonly endpoints: readonly string[]
  /** What it can do, as permissions. */
  readonly permissions: readonly string[]
}

// The words of the provider's own matrix; those from "Engine oil life" on are approximate.
const endpointNames: Readonly<Record<string, string>> = {
  read_battery: 'EV battery',
  read_charge: 'EV charging status',
  control_charge: 'EV start & stop charge',
  read_location: 'Location',
  control_security: 'Lock & unlock',
  read_odometer: 'Odometer',
  read_tires: 'Tire pressure',
  read_fuel: 'Fuel tank',
  read_engine_oil: 'Engine oil life',
  read_security: 'Lock status',
  read_vehicle_info: 'Vehicle attributes',
  read_vin: 'VIN',
}

const electricOnly = new Set(['TESLA', 'RIVIAN', 'POLESTAR'])

/** The models that have all of the permissions, by make. Makes without one are left out. */
export function matrixOf(
  region: (typeof regions)[number],
  type: string | null,
  makes: readonly string[],
  permissions: readonly string[],
): Readonly<Record<string, readonly Model[]>> {
  const found = brandsIn(region === 'EUROPE' ? 'DE' : region)
    .filter(({ id }) => makes.length === 0 || makes.includes(id))
    .map((brand): [string, readonly Model[]] => [
      brand.id,
      modelsOf(brand).filter(
        model =>
          (type === null || model.type === type) &&
          permissions.every(permission => model.permissions.includes(permission)),
      ),
    ])
  return Object.fromEntries(found.filter(([, models]) => models.length > 0))
}

function modelsOf(brand: Brand): readonly Model[] {
  const types: readonly Powertrain[] = electricOnly.has(brand.id) ? ['BEV'] : ['BEV', 'PHEV', 'ICE']
  return types.map((type, at) => {
    const vin = makeVin(brand, 'matrix', at + 1, 'simulated')
    const can = Object.entries(endpointNames).filter(
      ([permission]) => lacking(permission, type, brand) === null,
    )
    return {
      model: vehicleOf(vin, brand, type).model,
      startYear: 2018,
      endYear: 2026,
      type,
      endpoints: can.map(([, name]) => name),
      permissions: can.map(([permission]) => permission),
    }
  })
}
