// Every scenario that matters while connecting can be found in one group.

import { scenarios } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { groupOf, scenarioGroups } from './scenario-groups.ts'

// What a scenario can change after connecting.
const later = ['vehicle', 'signals', 'commands', 'limits', 'webhook']

test('each scenario is in one group, or only matters later', () => {
  const found = scenarioGroups(scenarios).flatMap(group => group.scenarios)
  const left = scenarios.filter(scenario => !found.includes(scenario))
  expect(new Set(found).size).toBe(found.length)
  expect(left.length).toBeGreaterThan(5)
  for (const { name, description, ...effect } of left) {
    for (const part of Object.keys(effect)) expect(later, `${name}: ${description}`).toContain(part)
  }
})

test('no group is empty, and the one that works is the first', () => {
  const groups = scenarioGroups(scenarios)
  expect(groups[0]?.scenarios[0]?.name).toBe('happy')
  for (const group of groups) expect(group.scenarios.length).toBeGreaterThan(0)
})

test.each([
  ['happy', 'It works'],
  ['fewer-permissions', 'It works'],
  ['access-denied', 'The person stops'],
  ['returned-to-application', 'The person stops'],
  ['no-vehicles', 'Smartcar reports an error'],
  ['wrong-state', 'The way back is damaged'],
  ['token-error', 'The network fails'],
  ['slow', 'The network fails'],
  ['coop', 'A page isolates itself'],
  ['vehicle-asleep', undefined],
])('%s: %s', (name, title) => {
  const scenario = scenarios.find(known => known.name === name)
  expect(scenario && groupOf(scenario)).toBe(title)
})
