// What a VIN tells of a car that nobody connected.

import { type Brand, brands } from '../world/brands.ts'
import type { Powertrain } from '../world/models/model.ts'
import { brandOfVin, vehicleOf } from '../world/vehicle.ts'

/** A car as far as its VIN tells. */
export type VinCar = {
  /** Its brand. */
  readonly brand: Brand
  /** What drives it. */
  readonly powertrain: Powertrain
  /** The model year. */
  readonly year: number
}

// The first three characters are the maker's: a few for each brand that clients ask about.
const makers: Readonly<Record<string, string>> = {
  '5YJ': 'TESLA',
  '7SA': 'TESLA',
  LRW: 'TESLA',
  XP7: 'TESLA',
  WAU: 'AUDI',
  WA1: 'AUDI',
  WBA: 'BMW',
  WBY: 'BMW',
  '5UX': 'BMW',
  '1G1': 'CHEVROLET',
  '1GC': 'CHEVROLET',
  '1GT': 'GMC',
  '1G4': 'BUICK',
  '1G6': 'CADILLAC',
  '1FA': 'FORD',
  '1FM': 'FORD',
  '1FT': 'FORD',
  '3FM': 'FORD',
  '5LM': 'LINCOLN',
  '1N4': 'NISSAN',
  JN1: 'NISSAN',
  JN8: 'NISSAN',
  KNA: 'KIA',
  KND: 'KIA',
  '5XX': 'KIA',
  KMH: 'HYUNDAI',
  '5NP': 'HYUNDAI',
  JTD: 'TOYOTA',
  '4T1': 'TOYOTA',
  JHM: 'HONDA',
  '1HG': 'HONDA',
  WVW: 'VOLKSWAGEN',
  '1VW': 'VOLKSWAGEN',
  YV1: 'VOLVO',
  WDD: 'MERCEDESBENZ',
  W1K: 'MERCEDESBENZ',
  '7FC': 'RIVIAN',
}

// Year letters begin with 2010; digits are the years before it.
const yearLetters = 'ABCDEFGHJKLMNPRSTVWXY'

/** Reads a VIN; `undefined` if its maker is not known. Simulated VINs have their simulated car. */
export function carOfVin(vin: string): VinCar | undefined {
  if (/^(?:0SC|ZZZ)/.test(vin)) {
    const brand = brandOfVin(vin)
    return brand && { brand, ...vehicleOf(vin, brand) }
  }
  const brand = brands.find(({ id }) => id === makers[vin.slice(0, 3)])
  const year = 2010 + yearLetters.indexOf(vin[9] ?? '')
  return brand && { brand, year, powertrain: brand.id === 'TESLA' ? 'BEV' : 'ICE' }
}
