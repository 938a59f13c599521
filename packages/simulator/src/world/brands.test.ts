// The brands and where they are offered.

import { expect, test } from 'vitest'
import { brands, brandsIn, findBrand } from './brands.ts'

test('knows 45 brands with ids of their own, in order', () => {
  expect(brands).toHaveLength(45)
  expect(new Set(brands.map(({ id }) => id)).size).toBe(45)
  expect(brands.map(({ id }) => id)).toEqual(brands.map(({ id }) => id).sort())
})

test('offers Renault in Germany and not in the United States', () => {
  function names(country: string): string[] {
    return brandsIn(country).map(({ name }) => name)
  }
  expect(names('DE')).toContain('Renault')
  expect(names('US')).not.toContain('Renault')
  expect(names('US')).toContain('Chevrolet')
  expect(names('DE')).not.toContain('Chevrolet')
  expect(names('CA')).toContain('Tesla')
})

test.each([
  ['TESLA', 'Tesla'],
  ['MERCEDES_BENZ', 'Mercedes-Benz'],
  ['LAND-ROVER', 'Land Rover'],
  ['SKODA', 'Škoda'],
  ['tesla', undefined],
  ['CARRIAGE', undefined],
  ['', undefined],
])('finds the brand of make=%s', (make, name) => {
  expect(findBrand(make)?.name).toBe(name)
})
