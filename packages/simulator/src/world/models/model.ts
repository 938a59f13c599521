// What a row of the tables of models says, and how a row is written.

/**
 * What drives a vehicle, by the provider's `powertrainType`: a battery, an engine with a battery to
 * plug in, or an engine alone.
 */
export type Powertrain = 'BEV' | 'PHEV' | 'ICE'

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

/** A model of a brand with one of its power trains. */
export type Model = {
  /** The name without the brand. */
  readonly name: string
  /** The first model year. */
  readonly fromYear: number
  /** The last model year that cars of it are made up for. */
  readonly toYear: number
  /** What drives it. */
  readonly powertrain: Powertrain
  /** Rough figures of a usual version. */
  readonly drive: Drive
}

const nothing: Drive = {
  batteryKwh: 0,
  kwhPer100Km: 0,
  chargeKw: 0,
  tankLitres: 0,
  litresPer100Km: 0,
}

/** A model with a battery alone. `chargeKw` is what it takes from alternating current. */
export function bev(
  name: string,
  [fromYear, toYear]: readonly [number, number],
  batteryKwh: number,
  kwhPer100Km: number,
  chargeKw: number,
): Model {
  const drive = { ...nothing, batteryKwh, kwhPer100Km, chargeKw }
  return { name, fromYear, toYear, powertrain: 'BEV', drive }
}

/** A model with a battery to plug in and a tank. */
export function phev(
  name: string,
  [fromYear, toYear]: readonly [number, number],
  battery: readonly [kwh: number, kwhPer100Km: number, chargeKw: number],
  tank: readonly [litres: number, litresPer100Km: number],
): Model {
  const [batteryKwh, kwhPer100Km, chargeKw] = battery
  const [tankLitres, litresPer100Km] = tank
  const drive = { batteryKwh, kwhPer100Km, chargeKw, tankLitres, litresPer100Km }
  return { name, fromYear, toYear, powertrain: 'PHEV', drive }
}

/** A model with a tank alone. */
export function ice(
  name: string,
  [fromYear, toYear]: readonly [number, number],
  tankLitres: number,
  litresPer100Km: number,
): Model {
  const drive = { ...nothing, tankLitres, litresPer100Km }
  return { name, fromYear, toYear, powertrain: 'ICE', drive }
}
