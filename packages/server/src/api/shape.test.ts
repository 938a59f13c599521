// Shapes as checks.

import { expect, test } from 'vitest'
import { fits, type Shape } from './shape.ts'

const shape = { value: 'number', 'unit?': 'text', inner: [{ open: 'boolean|null' }] } as const

test.each<[value: unknown, fitting: boolean]>([
  [{ value: 1, inner: [] }, true],
  [{ value: 1, unit: 'km', inner: [{ open: true }, { open: null }], more: 1 }, true],
  [{ value: 1, unit: null, inner: [] }, true],
  [{ value: '1', inner: [] }, false],
  [{ value: Number.NaN, inner: [] }, false],
  [{ value: null, inner: [] }, false],
  [{ unit: 'km', inner: [] }, false],
  [{ value: 1, unit: 2, inner: [] }, false],
  [{ value: 1, inner: [{ open: 'yes' }] }, false],
  [{ value: 1, inner: [{}] }, false],
  [{ value: 1, inner: {} }, false],
  [null, false],
  ['text', false],
])('%o fits: %s', (value, fitting) => {
  expect(fits(shape, value)).toBe(fitting)
})

test.each<[shape: Shape, good: unknown, bad: unknown]>([
  ['text', '', 1],
  ['text|null', null, undefined],
  ['number|null', null, 'null'],
  ['boolean', false, null],
])('%s', (plain, good, bad) => {
  expect([fits(plain, good), fits(plain, bad)]).toEqual([true, false])
})
