// The fake vehicles: always the same for the same person and brand.

import { type Brand, brands } from './brands.ts'
import { stableHash, stableHex } from './stable-hash.ts'

/**
 * What drives a vehicle, by the provider's `powertrainType`: a battery, an engine with a battery to
 * plug in, or an engine alone.
 */
export type Powertrain = 'BEV' | 'PHEV' | 'ICE'

/** The mode of a vehicle. SDKs still say `test` for simulated. */
export type VehicleMode = 'live' | 'simulated' | 'test'

/** The figures of what drives a vehicle. Those of a part that it lacks are 0. */
export type Drive = {
  /** What the battery holds, in kWh. */
  readonly batteryKwh: number
  /** What 100 km take from the battery, in kWh. */
  readonly kwhPer100Km: number
  /** How fast it charges at home, in kW. */
  readonly chargeKw: number
  /** What the tank holds, in litres. */
  readonly tankLitres: number
  /** What 100 km take from the tank, in litres. */
  readonly litresPer100Km: number
}

/** One fake vehicle, as it left the factory. What changes afterwards is its `Car`. */
export type Vehicle = {
  /** 17 letters and digits, made up. */
  readonly vin: string
  /** The id of the brand, which is also the `make` of the APIs. */
  readonly brandId: string
  /** The name of the brand. */
  readonly make: string
  /** The name of the model. */
  readonly model: string
  /** The model year. */
  readonly year: number
  /** What drives it. */
  readonly powertrain: Powertrain
  /** Its figures. */
  readonly drive: Drive
  /** Which vehicle of its account it is, from 1. */
  readonly number: number
}

const models = ['Hatchback', 'Saloon', 'Estate', 'Crossover', 'Roadster', 'Minivan']

const drives: Readonly<Record<Powertrain, Drive>> = {
  BEV: { batteryKwh: 70, kwhPer100Km: 17, chargeKw: 11, tankLitres: 0, litresPer100Km: 0 },
  PHEV: { batteryKwh: 14, kwhPer100Km: 18, chargeKw: 3.7, tankLitres: 45, litresPer100Km: 5.8 },
  ICE: { batteryKwh: 0, kwhPer100Km: 0, chargeKw: 0, tankLitres: 52, litresPer100Km: 6.8 },
}

/** Makes the vehicle of a VIN. The model names are invented. */
export function vehicleOf(vin: string, brand: Brand, powertrain?: Powertrain, number = 1): Vehicle {
  const seed = stableHash(vin)
  const kind = powertrain ?? (['BEV', 'PHEV', 'ICE'] as const)[(seed >>> 16) % 3] ?? 'BEV'
  return {
    vin,
    brandId: brand.id,
    make: brand.name,
    model: models[seed % models.length] ?? 'Hatchback',
    year: 2018 + ((seed >>> 8) % 8),
    powertrain: kind,
    drive: drives[kind],
    number,
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
