// The accounts that one can sign in to: what each email has.

import type { Brand } from './brands.ts'
import { modelsOf } from './models/models.ts'
import type { ProviderErrorCode } from './redirect-errors.ts'
import { stableHash } from './stable-hash.ts'
import {
  answeringEverything,
  makeVin,
  type Powertrain,
  type Vehicle,
  type VehicleMode,
  vehicleOf,
  vehicleOfModel,
} from './vehicle.ts'

/** What an account holds, or the error that signing in to it ends with. */
export type Account =
  | {
      readonly ok: true
      /** The vehicles of the account, at least one. */
      readonly vehicles: readonly Vehicle[]
    }
  | {
      readonly ok: false
      /** The error that the person is sent back with. */
      readonly error: ProviderErrorCode
      /** The vehicle that is not supported, with `vehicle_incompatible`. */
      readonly vehicle?: Vehicle
    }

// What stands in the login of a VIN. Any other word leaves the powertrain to the VIN.
const powertrains: Readonly<Record<string, Powertrain>> = { bev: 'BEV', phev: 'PHEV', fuel: 'ICE' }

const endings: Readonly<Record<string, ProviderErrorCode>> = {
  // The provider's own simulated logins.
  'vehicle-incompatible': 'vehicle_incompatible',
  'invalid-subscription': 'invalid_subscription',
  // The same idea for the errors that the provider has no login for.
  'no-vehicles': 'no_vehicles',
  'access-denied': 'access_denied',
  'configuration-error': 'configuration_error',
  'server-error': 'server_error',
  'user-cancelled': 'user_cancelled',
  'returned-to-application': 'user_manually_returned_to_application',
}

/**
 * Finds the account of an email. Any email signs in: in live mode it has two vehicles that differ,
 * in simulated mode one that answers everything. Some do more: `smartcar@<error-with-dashes>.com`
 * ends with that error, `<VIN>@<kind>.smartcar.com` has that one vehicle, and
 * `<0-999>-vehicles@smartcar.com` has that many.
 */
export function accountOf(email: string, brand: Brand, mode: VehicleMode): Account {
  const address = email.trim().toLowerCase()
  const ending = /^smartcar@([a-z-]+)\.com$/.exec(address)?.[1] ?? ''
  const error = Object.hasOwn(endings, ending) ? endings[ending] : undefined
  if (error === 'vehicle_incompatible') return incompatible(makeVin(brand, address, 1, mode), brand)
  if (error !== undefined) return { ok: false, error }

  const byVin = /^([a-z0-9]{17})@(compatible|incompatible|phev|fuel|bev)\.smartcar\.com$/.exec(
    address,
  )
  if (byVin?.[1] !== undefined) {
    const vin = byVin[1].toUpperCase()
    if (byVin[2] === 'incompatible') return incompatible(vin, brand)
    const powertrain = powertrains[byVin[2] ?? '']
    return { ok: true, vehicles: [vehicleOf(vin, brand, powertrain)] }
  }

  const counted = /^(\d{1,3})-vehicles@smartcar\.com$/.exec(address)?.[1]
  const count = counted === undefined ? (mode === 'live' ? 2 : 1) : Number(counted)
  if (count === 0) return { ok: false, error: 'no_vehicles' }
  return { ok: true, vehicles: vehiclesOf(address, brand, mode, count) }
}

/** The first vehicle of a VIN in an account of a mode, without a wish for a power train. */
export function firstVehicle(vin: string, brand: Brand, mode: VehicleMode): Vehicle {
  if (mode === 'live') return vehicleOf(vin, brand, firstOf(brand, ['BEV', 'PHEV', 'ICE']))
  // With a battery and a tank there is most to answer.
  return answeringEverything(vehicleOf(vin, brand, firstOf(brand, ['PHEV', 'BEV', 'ICE'])))
}

function vehiclesOf(
  address: string,
  brand: Brand,
  mode: VehicleMode,
  count: number,
): readonly Vehicle[] {
  const first = firstVehicle(makeVin(brand, address, 1, mode), brand, mode)
  // The others are of the brand's other models, one after the other.
  const models = modelsOf(brand.id).filter(({ name }) => name !== first.model)
  const start = stableHash(`models ${brand.id} ${address}`) % models.length
  const others = Array.from({ length: count - 1 }, (_, index) => {
    const model = models[(start + index) % models.length] ?? models[0]
    if (model === undefined) throw new TypeError(`The brand ${brand.id} has one model only`)
    const number = index + 2
    const vehicle = vehicleOfModel(makeVin(brand, address, number, mode), brand, model, number)
    return mode === 'live' ? vehicle : answeringEverything(vehicle)
  })
  return [first, ...others]
}

function firstOf(brand: Brand, wishes: readonly Powertrain[]): Powertrain | undefined {
  const models = modelsOf(brand.id)
  return wishes.find(wish => models.some(({ powertrain }) => powertrain === wish))
}

function incompatible(vin: string, brand: Brand): Account {
  return { ok: false, error: 'vehicle_incompatible', vehicle: vehicleOf(vin, brand) }
}
