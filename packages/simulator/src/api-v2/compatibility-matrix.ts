// The models of each make, as far as the simulator has them. The provider's own list is longer.

import { type Brand, brandsIn } from '../world/brands.ts'
import type { Powertrain } from '../world/models/model.ts'
import { modelsOf } from '../world/models/models.ts'
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
      entriesOf(brand).filter(
        model =>
          (type === null || model.type === type) &&
          permissions.every(permission => model.permissions.includes(permission)),
      ),
    ])
  return Object.fromEntries(found.filter(([, models]) => models.length > 0))
}

function entriesOf(brand: Brand): readonly Model[] {
  return modelsOf(brand.id).map(({ name, fromYear, toYear, powertrain }) => {
    const can = Object.entries(endpointNames).filter(
      ([permission]) => lacking(permission, powertrain, brand) === null,
    )
    return {
      model: name,
      startYear: fromYear,
      endYear: toYear,
      type: powertrain,
      endpoints: can.map(([, endpoint]) => endpoint),
      permissions: can.map(([permission]) => permission),
    }
  })
}
