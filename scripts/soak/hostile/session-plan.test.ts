// Tests of session-plan: repeatable, varied, and only with scenarios that the simulator has.

import { expect, test } from 'vitest'
import { scenarios } from '../../../packages/simulator/src/scenarios/scenarios.ts'
import { planSessions, scenarioWeights } from './session-plan.ts'

test('the same seed plans the same sessions, another one others', () => {
  expect(planSessions(7, 50)).toEqual(planSessions(7, 50))
  expect(planSessions(7, 50)).not.toEqual(planSessions(8, 50))
})

test('everyone has a login of their own, and everything that people do is done', () => {
  const plans = planSessions(1, 300)
  expect(new Set(plans.map(({ person }) => person)).size).toBe(300)
  expect(new Set(plans.map(({ behaviour }) => behaviour)).size).toBe(7)
  expect(new Set(plans.map(({ startedBy }) => startedBy)).size).toBe(2)
})

test('the simulator has each scenario', () => {
  const known = new Set(scenarios.map(({ name }) => name))
  expect(Object.keys(scenarioWeights).filter(name => !known.has(name))).toEqual([])
})
