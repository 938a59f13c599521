// The brands: what each country offers.

import { expect, test } from 'vitest'
import { brands, brandsIn } from './brands.ts'

function names(country: string): string[] {
  return brandsIn(country).map(brand => brand.name)
}

test('Renault is offered in Europe and not in the United States', () => {
  expect(names('DE')).toEqual(expect.arrayContaining(['Renault', 'SEAT']))
  expect(names('US')).not.toContain('Renault')
  expect(names('CA')).toContain('Acura')
})

test.each(['us', ' US', 'Us\n'])('%j does not mean Europe', country => {
  expect(brandsIn(country)).toEqual(brandsIn('US'))
})

test.each(['de', 'UK', 'gb', 'EL'])('%j is in Europe', country => {
  expect(brandsIn(country)).toEqual(brandsIn('DE'))
})

test.each(['', 'XX', 'BR', 'Germany', 'DE, US'])(
  '%j offers only what both regions have',
  country => {
    expect(names(country)).toContain('Tesla')
    expect(names(country)).not.toContain('Renault')
    expect(names(country)).not.toContain('Acura')
  },
)

test('every id is a word in upper case, and none is there twice', () => {
  const ids = brands.map(brand => brand.id)
  expect(ids.filter(id => !/^[A-Z]+$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(['TESLA', 'BMW', 'KIA', 'CHEVROLET', 'NISSAN']))
})

test('Ford and Lincoln cannot be connected in a web page', () => {
  const withoutWeb = brands.filter(brand => !brand.web).map(brand => brand.id)
  expect(withoutWeb).toEqual(['FORD', 'LINCOLN'])
})

test('takes brands of the app’s own', () => {
  const own = [
    { id: 'VINFAST', name: 'VinFast' },
    { id: 'X', name: 'X', region: 'europe' as const },
  ]
  expect(brandsIn('US', own).map(brand => brand.id)).toEqual(['VINFAST'])
})
