// How old something is, when one of the two clocks stands still or jumps.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAge } from './age.ts'

let wall = 0
let steady = 0

beforeEach(() => {
  wall = Date.UTC(2026, 0, 1)
  steady = 1000
  vi.spyOn(Date, 'now').mockImplementation(() => wall)
  vi.spyOn(performance, 'now').mockImplementation(() => steady)
})
afterEach(() => {
  vi.restoreAllMocks()
})

test.each([
  { goes: 'both clocks run', wallMs: 5000, steadyMs: 5000, ageMs: 5000 },
  {
    goes: 'the steady clock slept with the machine',
    wallMs: 3_600_000,
    steadyMs: 20,
    ageMs: 3_600_000,
  },
  { goes: 'the wall clock was set back a day', wallMs: -86_400_000, steadyMs: 7000, ageMs: 7000 },
  {
    goes: 'the wall clock was set on a day',
    wallMs: 86_400_000,
    steadyMs: 7000,
    ageMs: 86_400_000,
  },
  { goes: 'no time passes', wallMs: 0, steadyMs: 0, ageMs: 0 },
])('$goes', { tags: ['F28', 'F29'] }, ({ wallMs, steadyMs, ageMs }) => {
  const age = createAge()
  wall += wallMs
  steady += steadyMs
  expect(age()).toBe(ageMs)
})

test('each age counts from its own beginning', () => {
  const first = createAge()
  steady += 100
  const second = createAge()
  steady += 10
  expect([first(), second()]).toEqual([110, 10])
})
