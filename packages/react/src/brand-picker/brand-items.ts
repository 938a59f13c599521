// The entries of the brand picker's list.

import { isMatch } from '../picker/search.ts'
import { type Brand, brandsIn } from './brands.ts'

/** One entry of the list. */
export type BrandItem = {
  /** The value of `make`; `''` for the entry that lets the person choose in Connect. */
  id: string
  /** What a person reads. */
  name: string
  /** Whether it is chosen. */
  selected: boolean
  /** Whether it cannot be chosen, because the brand connects only from an app. */
  disabled: boolean
}

/** What the list is made from. */
export type BrandItemsInput = {
  readonly brands: readonly Brand[]
  readonly country: string | undefined
  /** The chosen id; `''` for none. */
  readonly value: string
  readonly query: string
  /** The name of the entry that lets the person choose in Connect. */
  readonly anyName: string
}

/**
 * The entries that match the search, the one that lets the person choose in Connect first. A value
 * that is not among the brands is added under its id, so that no value is lost.
 */
export function brandItems(input: BrandItemsInput): readonly BrandItem[] {
  const { brands, country, value, query, anyName } = input
  const offered = country ? brandsIn(country, brands) : brands
  const isListed = value === '' || offered.some(brand => brand.id === value)
  const all: readonly Brand[] = [
    { id: '', name: anyName },
    ...offered,
    ...(isListed ? [] : [{ id: value, name: value }]),
  ]
  return all
    .filter(({ id, name }) => isMatch(query, [name, id]))
    .map(({ id, name, web }) => ({ id, name, selected: id === value, disabled: web === false }))
}
