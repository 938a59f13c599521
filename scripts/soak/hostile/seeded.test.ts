// Tests of seeded: repeatable, within its limits, and as likely as the weights say.

import { expect, test } from 'vitest'
import { seededChance } from './seeded.ts'

test('the same seed gives the same numbers, another one others', () => {
  function three(seed: number) {
    const { number } = seededChance(seed)
    return [number(), number(), number()]
  }
  expect(three(7)).toEqual(three(7))
  expect(three(7)).not.toEqual(three(8))
})

test('a whole number is between its limits, and each of them comes', () => {
  const { between } = seededChance(1)
  const seen = new Set(Array.from({ length: 500 }, () => between(3, 5)))
  expect([...seen].sort()).toEqual([3, 4, 5])
})

test('what weighs nothing is never picked, and what weighs more comes more often', () => {
  const { pick } = seededChance(1)
  const picked = Array.from({ length: 1_000 }, () => pick({ often: 9, seldom: 1, never: 0 }))
  function count(name: string) {
    return picked.filter(one => one === name).length
  }
  expect(count('never')).toBe(0)
  expect(count('seldom')).toBeGreaterThan(50)
  expect(count('often')).toBeGreaterThan(800)
})
