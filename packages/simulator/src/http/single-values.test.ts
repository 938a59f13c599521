// Parameters that may appear once.

import { expect, test } from 'vitest'
import { singleValues } from './single-values.ts'

test('reads each parameter by its name', () => {
  const read = singleValues(new URLSearchParams('a=1&b=&c=x+y'))
  expect(read.ok && [...read.values]).toEqual([
    ['a', '1'],
    ['b', ''],
    ['c', 'x y'],
  ])
})

test('names the parameter that appears twice, even with the same value', () => {
  expect(singleValues(new URLSearchParams('a=1&b=2&b=2'))).toEqual({ ok: false, repeated: 'b' })
})
