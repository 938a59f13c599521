// How ages are called.

import { expect, test } from 'vitest'
import { de } from '../words/de.ts'
import { en } from '../words/en.ts'
import { ageWords } from './age-words.ts'

test.each([
  [-5000, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [59 * 60_000, '59 minutes ago'],
  [3 * 3_600_000, '3 hours ago'],
  [50 * 3_600_000, '2 days ago'],
])('%s ms is “%s”', (ageMs, words) => {
  expect(ageWords(ageMs, en)).toBe(words)
})

test('speaks the language of the page', () => {
  expect(ageWords(3 * 3_600_000, de)).toBe('vor 3 Stunden')
})
