// The fake vehicles: always the same for the same person and brand.

import { type Brand, brands } from './brands.ts'
import { stableHash, stableHex } from './stable-hash.ts'

/** What drives a vehicle: a battery, an engine with a battery to plug in, or an engine alone. */
export type Powertrain = 'bev' | 'phev' | 'fuel'

/** The mode of a vehicle. SDKs still say `test` for simulated. */
export type VehicleMode = 'live' | 'simulated' | 'test'

/** One fake vehicle. Its readings follow from its VIN. */
export type Vehicle = {
  /** 17 letters and digits, made up. */
  readonly vin: string
  /** The id of the brand. */
  readonly brandId: string
  /** The name of the brand. */
  readonly make: string
  /** A plain invented name. */
  readonly model: string
  /** The model year. */
  readonly year: number
  /** What drives it; its readings follow from it. */
  readonly powertrain: Powertrain
}

const models = ['Hatchback', 'Saloon', 'Estate', 'Crossover', 'Roadster', 'Minivan']

/** Makes the vehicle of a VIN. The model names are invented. */
export function vehicleOf(vin: string, brand: Brand, powertrain?: Powertrain): Vehicle {
  const seed = stableHash(vin)
  return {
    vin,
    brandId: brand.id,
    make: brand.name,
    model: models[seed % models.length] ?? 'Hatchback',
    year: 2018 + ((seed >>> 8) % 8),
    powertrain: powertrain ?? (['bev', 'phev', 'fuel'] as const)[(seed >>> 16) % 3] ?? 'bev',
  }
}

/**
 * A made-up VIN: 17 characters without I, O and Q, stable for a brand, a person and a number. It
 * starts with 0SC, as the provider's own samples do, or with ZZZ for live mode.
 */
export function makeVin(brand: Brand, email: string, number: number, mode: VehicleMode): string {
  const letters = brand.id.replace(/[IOQ]/g, '').padEnd(4, 'X').slice(0, 4)
  const seed = `${brand.id} ${email.toLowerCase()} ${number}`
  const prefix = mode === 'live' ? 'ZZZ' : '0SC'
  return `${prefix}${letters}${stableHex(seed)}${stableHex(`tail ${seed}`).slice(0, 2)}`.toUpperCase()
}

/** Finds the brand whose letters stand in a VIN. For other VINs it is always the same brand. */
export function brandOfVin(vin: string): Brand | undefined {
  const carried = brands.find(
    brand => vin.slice(3, 7) === makeVin(brand, '', 0, 'live').slice(3, 7),
  )
  const web = brands.filter(brand => brand.web)
  return carried ?? web[stableHash(vin) % web.length]
}
