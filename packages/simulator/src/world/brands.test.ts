// The brands and where they are offered.

import { expect, test } from 'vitest'
import { brands, brandsIn, connectsInBrowser, findBrand } from './brands.ts'

test('knows 46 brands with ids of their own, in order', () => {
  expect(brands).toHaveLength(46)
  expect(new Set(brands.map(({ id }) => id)).size).toBe(46)
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
  expect(names('ES')).toContain('SEAT')
  expect(names('US')).not.toContain('SEAT')
})

test.each([
  ['TESLA', 'Tesla'],
  ['MERCEDESBENZ', 'Mercedes-Benz'],
  ['MERCEDES_BENZ', undefined],
  ['LAND_ROVER', undefined],
  ['SKODA', 'Škoda'],
  ['tesla', undefined],
  ['CARRIAGE', undefined],
  ['', undefined],
])('finds the brand of make=%s', (make, name) => {
  expect(findBrand(make)?.name).toBe(name)
})

test('refuses live cars of two brands in a browser, and no simulated ones', () => {
  function refused(mode: 'live' | 'simulated' | 'test'): string[] {
    return brands.filter(brand => !connectsInBrowser(brand, mode)).map(({ id }) => id)
  }
  expect(refused('live')).toEqual(['FORD', 'LINCOLN'])
  expect(refused('simulated')).toEqual([])
  expect(refused('test')).toEqual([])
})
