// The list of scenarios.

import { expect, test } from 'vitest'
import { findScenario, scenarioOf, scenarios, unknownScenarioMessage } from './scenarios.ts'

test('each scenario has a name of its own, a description, and is found', () => {
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length)
  for (const scenario of scenarios) {
    expect(scenario.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(scenario.description).toMatch(/^[A-Z].*\.$/)
    expect(findScenario(scenario.name)).toBe(scenario)
    expect(unknownScenarioMessage('x')).toContain(scenario.name)
  }
})

test('no two scenarios do the same', () => {
  const effects = scenarios.map(({ name: _name, description: _description, ...effect }) =>
    JSON.stringify(effect),
  )
  // `coop` is the short name of one of the hops.
  expect(effects.filter((effect, at) => effects.indexOf(effect) !== at)).toEqual([
    '{"openerPolicy":{"sign-in":"same-origin"}}',
  ])
})

test('finds nothing for a name from the prototype', () => {
  expect(findScenario('constructor')).toBeUndefined()
})

test.each([
  ['happy', 'vehicle-asleep', 'vehicle-asleep'],
  ['vehicle-asleep', 'happy', 'vehicle-asleep'],
  ['vehicle-asleep', 'token-html', 'vehicle-asleep'],
  ['happy', 'happy', 'happy'],
])('connected under %s while %s holds: %s', (own, current, wanted) => {
  expect(scenarioOf(own, current).name).toBe(wanted)
})
