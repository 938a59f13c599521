// Tests of colours in OKLCH, against values that are known.

import { expect, test } from 'vitest'
import { contrast, over, parseOklch, toHex } from './color.ts'

test.each([
  ['oklch(1 0 0)', '#ffffff'],
  ['oklch(0 0 0)', '#000000'],
  ['oklch(0.62796 0.25768 29.234)', '#ff0000'],
  ['oklch(0.86644 0.29483 142.495)', '#00ff00'],
  ['oklch(0.45201 0.31321 264.052)', '#0000ff'],
])('%s is %s', (text, hex) => {
  const color = parseOklch(text)
  expect(color && toHex(color)).toBe(hex)
})

test('contrast goes from 1 to 21, in either order', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
})

test('what shines through is mixed as browsers do', () => {
  expect(over('#000000', 1, '#ffffff')).toBe('#000000')
  expect(over('#000000', 0, '#ffffff')).toBe('#ffffff')
  expect(over('#000000', 0.06, '#ffffff')).toBe('#f0f0f0')
})

test('what is no colour in OKLCH is none', () => {
  expect(parseOklch('light-dark(white, black)')).toBeUndefined()
})
