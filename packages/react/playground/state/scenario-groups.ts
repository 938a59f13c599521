// The scenarios of the simulator in the groups that a person looks for them in.

import type { Scenario } from 'smartcar-connect-simulator'

/** Scenarios of one kind. */
export type ScenarioGroup = {
  /** What they have in common. */
  readonly title: string
  /** In the simulator's order. */
  readonly scenarios: readonly Scenario[]
}

const titles = [
  'It works',
  'The person stops',
  'Smartcar reports an error',
  'The way back is damaged',
  'The network fails',
  'A page isolates itself',
] as const

/** The name of a group. */
type Title = (typeof titles)[number]

const byPerson: readonly unknown[] = [
  'access_denied',
  'user_cancelled',
  'user_manually_returned_to_application',
]

/** The groups, without scenarios that change nothing until later than connecting. */
export function scenarioGroups(scenarios: readonly Scenario[]): readonly ScenarioGroup[] {
  return titles.map(title => ({
    title,
    scenarios: scenarios.filter(scenario => groupOf(scenario) === title),
  }))
}

/** The group of a scenario; `undefined` where connecting goes as it always does. */
export function groupOf(scenario: Scenario): Title | undefined {
  const { openerPolicy, ending, redirect, token, expiredCode, pageDelayMs } = scenario
  if (openerPolicy) return 'A page isolates itself'
  if (ending) return byPerson.includes(ending) ? 'The person stops' : 'Smartcar reports an error'
  if (redirect) return 'The way back is damaged'
  if (token || expiredCode || pageDelayMs) return 'The network fails'
  return isLater(scenario) ? undefined : 'It works'
}

// What is wrong with calls to a car, or with webhooks, comes after connecting.
function isLater({ vehicle, signals, commands, limits, webhook }: Scenario): boolean {
  return Boolean(vehicle || signals || commands || limits || webhook)
}
