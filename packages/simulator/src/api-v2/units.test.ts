// Units of readings.

import { expect, test } from 'vitest'
import { unitsOf } from './units.ts'

test('is metric unless imperial is asked for', () => {
  expect(unitsOf(undefined)?.distance(100)).toBe(100)
  expect(unitsOf('METRIC')?.name).toBe('metric')
  const imperial = unitsOf('imperial')
  expect(imperial?.distance(100)).toBe(62.14)
  expect(imperial?.pressure(100)).toBe(14.5)
  expect(imperial?.volume(10)).toBe(2.64)
})

test('knows no other system', () => {
  expect(unitsOf('nautical')).toBeUndefined()
})
