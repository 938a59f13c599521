// The search finds entries by a few letters.

import { expect, test } from 'vitest'
import { isMatch } from './search.ts'

test('finds words in any order, case and accent', () => {
  expect(isMatch('SKO', ['Škoda', 'SKODA'])).toBe(true)
  expect(isMatch('history charg', ['Charging history', 'Past sessions'])).toBe(true)
  expect(isMatch('charging brakes', ['Charging history', 'Past sessions'])).toBe(false)
})

test('an empty search matches everything', () => {
  expect(isMatch('', ['Fuel'])).toBe(true)
  expect(isMatch('  ', ['Fuel'])).toBe(true)
})
