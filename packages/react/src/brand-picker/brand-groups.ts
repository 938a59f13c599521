// The brands of the picker in their groups: what is offered, what matches, the popular ones first.

import { brandMatch } from './brand-search.ts'
import { type Brand, brandsIn } from './brands.ts'

/** One brand to choose, or the entry that leaves the choice to Smartcar's window. */
export type BrandItem = {
  /** The value of `make`; `''` for the entry that leaves the choice to Smartcar's window. */
  id: string
  /** What a person reads. */
  name: string
  /** Whether it is chosen. */
  selected: boolean
  /** Whether it cannot be chosen, because the brand connects only from an app. */
  disabled: boolean
}

/** Brands that stand together. */
export type BrandGroup = {
  /** What stands above them; empty where there is one group only. */
  title: string
  /** The brands, never none. */
  items: readonly BrandItem[]
}

/** What the groups are made from. */
export type BrandGroupsInput = {
  readonly brands: readonly Brand[]
  readonly country: string | undefined
  readonly popular: readonly string[]
  /** Whether brands that connect only from an app can be chosen: their simulated cars can. */
  readonly isSimulated: boolean
  /** The chosen id; `''` for none. */
  readonly value: string
  readonly query: string
  readonly titles: { readonly popular: string; readonly others: string }
}

/**
 * Without a query the popular brands, in the order that the app gave, and then the others; with one a
 * single group of those that match, the ones that begin with it first. A value that is not among the
 * brands is added under its id, so that no value is lost.
 */
export function brandGroups(input: BrandGroupsInput): readonly BrandGroup[] {
  const { value, query, titles } = input
  const all = offeredBrands(input)
  const popular = [...new Set(input.popular)].flatMap(id => all.filter(brand => brand.id === id))
  const others = all.filter(brand => !popular.includes(brand))
  const isGrouped = !query && popular.length > 0

  function groupOf(title: string, brands: readonly Brand[]): BrandGroup {
    const items = brands.map(({ id, name, web }) => ({
      id,
      name,
      selected: id === value,
      disabled: web === false && !input.isSimulated,
    }))
    return { title, items }
  }

  const groups = isGrouped
    ? [groupOf(titles.popular, popular), groupOf(titles.others, others)]
    : [groupOf('', bestMatches(query, [...popular, ...others]))]
  return groups.filter(group => group.items.length > 0)
}

function offeredBrands({ brands, country, value }: BrandGroupsInput): readonly Brand[] {
  const offered = country ? brandsIn(country, brands) : brands
  const isListed = value === '' || offered.some(brand => brand.id === value)
  return isListed ? offered : [...offered, { id: value, name: value }]
}

function bestMatches(query: string, brands: readonly Brand[]): readonly Brand[] {
  const matches = brands.map(brand => ({ brand, match: brandMatch(query, brand) }))
  return [2, 1].flatMap(wanted =>
    matches.filter(({ match }) => match === wanted).map(({ brand }) => brand),
  )
}
