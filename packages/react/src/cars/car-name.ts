// What a car is called: by its brand as people write it, its model and its year.

import { type Brand, brands } from '../brand-picker/brands.ts'
import { plainMake } from './plain-make.ts'

/** What names a car. Smartcar does not know all of it of every car. */
export type NamedCar = {
  /** The brand, in whatever case, such as `'TESLA'`. @default unknown */
  readonly make?: string | null | undefined
  /** The model, as people write it, such as `'Model 3'`. @default unknown */
  readonly model?: string | null | undefined
  /** The model year. @default unknown */
  readonly year?: number | null | undefined
}

/**
 * The name of a brand as people write it: `Tesla` for `'TESLA'`, `Škoda` for `'SKODA'`, `BMW` for
 * `'bmw'`. One that is not in the list, and is in capitals, gets a capital for each long word.
 *
 * @param make as Smartcar gives it
 * @param all the brands that are known
 * @returns the name; never empty for what is not
 */
export function brandName(make: string, all: readonly Brand[] = brands): string {
  const id = idOf(make)
  const known = all.find(brand => idOf(brand.id) === id || idOf(brand.name) === id)
  return known ? known.name : plainMake(make)
}

/**
 * What a car is called: brand, model and year, as far as they are known.
 *
 * @returns `''` for a car of which none is known
 *
 * @example
 * carName({ make: 'TESLA', model: 'Model 3', year: 2023 }) // 'Tesla Model 3 2023'
 */
export function carName({ make, model, year }: NamedCar, all?: readonly Brand[]): string {
  const parts = [make && brandName(make, all), model, year].filter(Boolean)
  // A part may be nothing but spaces.
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

function idOf(name: string): string {
  return name.normalize('NFD').replace(/\P{L}/gu, '').toUpperCase()
}
