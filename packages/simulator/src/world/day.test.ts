// The days of a car.

import { expect, test } from 'vitest'
import { activityOf, facesHome, phaseAt, sinceDayStart, wayOf } from './day.ts'

const dayStartMs = Date.UTC(2026, 5, 1, 8)
const hourMs = 3_600_000

function after(hours: number) {
  return { dayStartMs, atMs: dayStartMs + hours * hourMs }
}

test.each([
  [0, 'at-home', 0, true],
  [11.9, 'at-home', 0, true],
  [12, 'driving', 0, false],
  [12.25, 'driving', 0.5, false],
  [12.5, 'away', 1, false],
  [20.4, 'away', 1, false],
  [20.5, 'driving', 1, true],
  [20.875, 'driving', 0.25, true],
  [21, 'at-home', 0, true],
  [24, 'at-home', 0, true],
  [24 * 365 + 12.25, 'driving', 0.5, false],
  // A clock that was moved to before the first connection.
  [-1, 'at-home', 0, true],
  [-11.75, 'driving', 0.5, false],
] as const)('%f hours after the first connection it is %s', (hours, activity, way, isHomewards) => {
  const moment = after(hours)
  expect([activityOf(moment), facesHome(moment)]).toEqual([activity, isHomewards])
  expect(wayOf(moment)).toBeCloseTo(way, 9)
})

test('a part of the day ends where the next begins', () => {
  const ends: number[] = []
  let moment = after(0)
  for (let part = 0; part < 6; part += 1) {
    moment = { dayStartMs, atMs: phaseAt(moment).endMs }
    ends.push((moment.atMs - dayStartMs) / hourMs)
  }
  expect(ends).toEqual([12, 12.5, 20.5, 21, 24, 36])
  expect(sinceDayStart(moment)).toBe(12 * hourMs)
})
