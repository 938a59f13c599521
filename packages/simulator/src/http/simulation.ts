// What every part of the simulator works with: its settings, its memory and its clock.

import type { State } from '../memory/state.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { findScenario } from '../scenarios/scenarios.ts'
import type { Application } from '../world/applications.ts'

/** A running simulator as its parts see it. */
export type Simulation = {
  readonly applications: readonly Application[]
  /** The path in front of every address, without a slash at its end. */
  readonly basePath: string
  /** How long a replaced refresh token keeps working. */
  readonly refreshGraceMs: number
  readonly state: State
  /** Milliseconds since 1970 by the simulator's own clock. */
  readonly now: () => number
  /** Waits in real time; where scenarios take their delays. */
  readonly wait: (durationMs: number) => Promise<void>
}

/** The scenario of a name that was checked when it came in. */
export function scenarioNamed(name: string): Scenario {
  return findScenario(name) ?? { name: 'happy', description: '' }
}
