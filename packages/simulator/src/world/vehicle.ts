// The fake vehicles: always the same for the same person and brand.

import { type Brand, brands } from './brands.ts'
import type { Drive, Model, Powertrain } from './models/model.ts'
import { modelsOf } from './models/models.ts'
import { stableChoice, stableHash, stableHex } from './stable-hash.ts'

export type { Drive, Powertrain } from './models/model.ts'

/** The mode of a vehicle. SDKs still say `test` for simulated. */
export type VehicleMode = 'live' | 'simulated' | 'test'

/** The name of a mode in the APIs of today. */
export function modeOfToday(mode: VehicleMode): 'live' | 'simulated' {
  return mode === 'live' ? 'live' : 'simulated'
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
  /**
   * Whether it answers every question, also about parts that a car of its model lacks. The
   * provider's simulated cars do, so their `drive` has a battery and a tank; live cars do not.
   */
  readonly answersEverything: boolean
}

// Figures for a power train that no model of the brand has, and for what a simulated car lacks.
const usualDrives: Readonly<Record<Powertrain, Drive>> = {
  BEV: { batteryKwh: 70, kwhPer100Km: 17, chargeKw: 11, tankLitres: 0, litresPer100Km: 0 },
  PHEV: { batteryKwh: 14, kwhPer100Km: 18, chargeKw: 3.7, tankLitres: 45, litresPer100Km: 5.8 },
  ICE: { batteryKwh: 0, kwhPer100Km: 0, chargeKw: 0, tankLitres: 52, litresPer100Km: 6.8 },
}

/**
 * Makes the vehicle of a VIN: a model of the brand that has the wanted power train, or any model
 * without a wish. Where the brand has no such model, another one has that power train here: who
 * asks for an engine by the login gets one, also in a Tesla.
 */
export function vehicleOf(vin: string, brand: Brand, powertrain?: Powertrain, number = 1): Vehicle {
  const all = modelsOf(brand.id)
  const [first, ...more] = all.filter(
    model => (powertrain ?? model.powertrain) === model.powertrain,
  )
  const model = first === undefined ? all[0] : stableChoice(vin, [first, ...more])
  const vehicle = vehicleOfModel(vin, brand, model, number)
  if (powertrain === undefined || model.powertrain === powertrain) return vehicle
  return { ...vehicle, powertrain, drive: usualDrives[powertrain] }
}

/** Makes a vehicle of a model, in one of the model's years. */
export function vehicleOfModel(vin: string, brand: Brand, model: Model, number: number): Vehicle {
  const { name, fromYear, toYear, powertrain, drive } = model
  return {
    vin,
    brandId: brand.id,
    make: brand.name,
    model: name,
    year: fromYear + ((stableHash(vin) >>> 8) % (toYear - fromYear + 1)),
    powertrain,
    drive,
    number,
    answersEverything: false,
  }
}

/** Makes a simulated vehicle of a vehicle: it keeps its model and answers everything. */
export function answeringEverything(vehicle: Vehicle): Vehicle {
  const { drive } = vehicle
  const { BEV, ICE } = usualDrives
  const { batteryKwh, kwhPer100Km, chargeKw } = drive.batteryKwh > 0 ? drive : BEV
  const { tankLitres, litresPer100Km } = drive.tankLitres > 0 ? drive : ICE
  return {
    ...vehicle,
    drive: { batteryKwh, kwhPer100Km, chargeKw, tankLitres, litresPer100Km },
    answersEverything: true,
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
