// What each person does, and how the provider treats them: a plan that follows from the seed.

import { seededChance } from './seeded.ts'

/**
 * What a person does on the way.
 *
 * - `agrees`: allows what is asked for
 * - `denies`: denies it
 * - `closes`: closes the popup at the sign-in
 * - `reloads`: reloads the app while the popup is open, then agrees
 * - `clicks often`: clicks the button, and later "Try again", several times
 * - `goes offline`: loses the network for a moment after agreeing
 * - `clock`: has a clock that jumps while the popup is open
 */
export type Behaviour =
  | 'agrees'
  | 'denies'
  | 'closes'
  | 'reloads'
  | 'clicks often'
  | 'goes offline'
  | 'clock'

/** One browser session. */
export type SessionPlan = {
  /** The person's login in the app. No other session has it. */
  readonly person: string
  readonly behaviour: Behaviour
  /** The scenario of the simulator. */
  readonly scenario: string
  /** Who makes the state token. */
  readonly startedBy: 'page' | 'server'
  /** How far the person's clock jumps, for `clock`. */
  readonly jumpMs: number
}

const behaviours: Readonly<Record<Behaviour, number>> = {
  agrees: 12,
  denies: 1,
  closes: 1,
  reloads: 2,
  'clicks often': 2,
  'goes offline': 2,
  clock: 1,
}

/** How often the provider behaves like this. */
export const scenarioWeights = {
  happy: 50,
  coop: 6,
  'slow-pages': 2,
  'car-maker': 3,
  'token-slow': 6,
  'token-html': 2,
  'token-huge': 1,
  'token-redirected': 2,
  'token-malformed': 2,
  'token-cut-off': 3,
  'token-empty': 2,
  'token-wrong-types': 2,
  'token-no-refresh': 1,
  'token-error': 3,
  'token-rate-limited': 2,
  'expired-code': 2,
  'more-permissions': 2,
  'fewer-permissions': 2,
  'wrong-state': 2,
  'missing-state': 1,
  'duplicate-code': 1,
  'missing-code': 1,
  'code-and-error': 1,
  'vehicle-incompatible': 1,
  'no-vehicles': 1,
  'unknown-error': 1,
  'vehicle-upstream-down': 1,
} as const

/** Plans sessions. The same seed plans the same ones. */
export function planSessions(seed: number, count: number): readonly SessionPlan[] {
  // Another row of numbers than that of the faults.
  const chance = seededChance(seed ^ 0x5e55)
  return Array.from({ length: count }, (_, index) => ({
    person: `person-${index + 1}`,
    behaviour: chance.pick(behaviours),
    scenario: chance.pick(scenarioWeights),
    startedBy: chance.between(0, 1) === 0 ? 'page' : 'server',
    jumpMs: chance.between(-60, 60) * 60_000,
  }))
}
