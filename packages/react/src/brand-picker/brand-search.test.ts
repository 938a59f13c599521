// The search finds brands by the words that drivers use.

import { expect, test } from 'vitest'
import { brandMatch } from './brand-search.ts'
import { brands, brandsElsewhere } from './brands.ts'

function found(query: string): string[] {
  return [...brands, ...brandsElsewhere].filter(brand => brandMatch(query, brand)).map(b => b.name)
}

test.each([
  ['vw', 'Volkswagen'],
  ['VOLKS', 'Volkswagen'],
  ['chevy', 'Chevrolet'],
  ['beamer', 'BMW'],
  ['bimmer', 'BMW'],
  ['citroen', 'Citroën'],
  ['skoda', 'Škoda'],
  ['infinity', 'Infiniti'],
  ['hundai', 'Hyundai'],
  ['porche', 'Porsche'],
  ['caddy', 'Cadillac'],
  ['merc', 'Mercedes-Benz'],
  ['mercedes benz', 'Mercedes-Benz'],
  ['mercedesbenz', 'Mercedes-Benz'],
  ['mercedes-benz', 'Mercedes-Benz'],
  ['benz', 'Mercedes-Benz'],
  ['landrover', 'Land Rover'],
  ['land-rover', 'Land Rover'],
  ['range rover', 'Land Rover'],
  ['alfa', 'Alfa Romeo'],
  ['alfaromeo', 'Alfa Romeo'],
  ['alpha romeo', 'Alfa Romeo'],
])('“%s” is %s', (query, name) => {
  expect(found(query)).toEqual([name])
})

test('a word that begins with the query fits better than one that has it inside', () => {
  const brand = { id: 'GREATWALL', name: 'Great Wall', aliases: ['gwm'] }
  expect(brandMatch('wal', brand)).toBe(2)
  expect(brandMatch('gw', brand)).toBe(2)
  expect(brandMatch('all', brand)).toBe(1)
  expect(brandMatch('wallet', brand)).toBe(0)
  expect(brandMatch(' ', brand)).toBe(2)
})

test.each(['-', '!!!', '.', '“”'])('“%s” is no brand', query => {
  expect(found(query)).toEqual([])
})

test('no word leads to two brands, but where people mean either', () => {
  const shared = [...brands, ...brandsElsewhere]
    .flatMap(brand => brand.aliases ?? [])
    .filter(alias => found(alias).length !== 1)
  expect(shared).toEqual([])
})
