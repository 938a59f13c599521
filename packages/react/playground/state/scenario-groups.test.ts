// Every scenario that matters while connecting can be found in one group.

import { scenarios } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { groupOf, scenarioGroups } from './scenario-groups.ts'

test('each scenario is in one group, or only matters later', () => {
  const found = scenarioGroups(scenarios).flatMap(group => group.scenarios)
  const left = scenarios.filter(scenario => !found.includes(scenario)).map(({ name }) => name)
  expect(new Set(found).size).toBe(found.length)
  for (const name of left)
    expect(name).toMatch(
      /^(needs|vehicle|application|plan|signals?|commands?|webhook|provider-limits)/,
    )
  expect(left.length).toBeGreaterThan(5)
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
