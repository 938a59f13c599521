// What the brand picker says below its brands while somebody searches.

import { isolate } from '../locales/isolate.ts'
import type { BrandLabels } from '../locales/labels.ts'
import { fill, list } from '../locales/plural.ts'
import { brandMatch } from './brand-search.ts'
import { brandsElsewhere } from './brands.ts'

/**
 * That the brands which begin with the query are in Smartcar's window, or that nothing matches;
 * empty where the brands that are shown say it all.
 *
 * @param count how many brands are shown
 */
export function searchNote(
  query: string,
  count: number,
  language: string,
  words: Pick<BrandLabels, 'noMatch' | 'elsewhere'>,
): string {
  const elsewhere = query ? brandsElsewhere.filter(brand => brandMatch(query, brand) === 2) : []
  if (elsewhere.length > 0) {
    const names = elsewhere.map(brand => isolate(language, brand.name))
    return fill(words.elsewhere, { list: list(language, names) })
  }
  return query && count === 0 ? fill(words.noMatch, { query: isolate(language, query.trim()) }) : ''
}
