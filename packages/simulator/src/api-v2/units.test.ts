// Units of readings.

import { expect, test } from 'vitest'
import { float, unitsOf } from './units.ts'

test('is metric unless imperial is asked for', () => {
  expect(unitsOf(undefined)?.distance(100.5)).toBe(100.5)
  expect(unitsOf('METRIC')?.name).toBe('metric')
  const imperial = unitsOf('imperial')
  expect(imperial?.distance(100)).toBe(62.14)
  expect(imperial?.pressure(100)).toBe(14.5)
  expect(imperial?.volume(10)).toBe(2.64)
})

test('knows no other system', () => {
  expect(unitsOf('nautical')).toBeUndefined()
})

test.each([
  [0, '0.01'],
  [258, '258.01'],
  [258.004, '258.01'],
  [258.125, '258.13'],
  [-36.7, '-36.7'],
])('%d has a fraction in JSON', (value, json) => {
  expect(JSON.stringify(float(value))).toBe(json)
})
