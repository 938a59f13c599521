// Tests of fault-plan: repeatable, varied, and calm at the end.

import { expect, test } from 'vitest'
import { type Database, type FaultKind, planFaults } from './fault-plan.ts'

const tenMinutesMs = 600_000

function kindsOf(database: Database): Set<FaultKind> {
  const plans = [1, 2, 3, 4].flatMap(seed => planFaults(seed, tenMinutesMs, database))
  return new Set(plans.map(({ kind }) => kind))
}

test('the same seed plans the same faults, another one others', () => {
  expect(planFaults(7, tenMinutesMs, 'SQLite')).toEqual(planFaults(7, tenMinutesMs, 'SQLite'))
  expect(planFaults(7, tenMinutesMs, 'SQLite')).not.toEqual(planFaults(8, tenMinutesMs, 'SQLite'))
})

test('every kind of fault comes, and each database has one of its own', () => {
  const sqlite = kindsOf('SQLite')
  const postgres = kindsOf('PostgreSQL')
  expect(sqlite.has('disk full')).toBe(true)
  expect(sqlite.has('database restart')).toBe(false)
  expect(postgres.has('disk full')).toBe(false)
  expect(postgres.has('database restart')).toBe(true)
  expect(new Set([...sqlite, ...postgres]).size).toBe(11)
})

test('faults are in order, hit both servers, and leave the end calm', () => {
  const faults = planFaults(3, tenMinutesMs, 'SQLite')
  const times = faults.map(({ atMs }) => atMs)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(Math.max(...faults.map(({ atMs, durationMs }) => atMs + durationMs))).toBeLessThan(
    tenMinutesMs * 0.91,
  )
  expect(new Set(faults.map(({ server }) => server))).toEqual(new Set([0, 1]))
  expect(faults.length).toBeGreaterThan(80)
})

test('clocks jump forward and back', () => {
  const jumps = planFaults(5, tenMinutesMs, 'SQLite').map(({ jumpMs }) => Math.sign(jumpMs))
  expect(new Set(jumps)).toEqual(new Set([1, -1]))
})
