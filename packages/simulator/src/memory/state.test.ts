// What is remembered, and for how long.

import { expect, test } from 'vitest'
import { remember } from './state.ts'

test('forgets the oldest beyond the limit', () => {
  const map = new Map<string, number>()
  for (const [at, key] of ['a', 'b', 'c', 'd'].entries()) remember(map, key, at, 3)
  expect([...map.keys()]).toEqual(['b', 'c', 'd'])
})

test('forgets nothing when something known changes', () => {
  const map = new Map([
    ['a', 1],
    ['b', 2],
  ])
  remember(map, 'a', 3, 2)
  expect([...map]).toEqual([
    ['a', 3],
    ['b', 2],
  ])
})
