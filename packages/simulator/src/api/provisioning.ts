// What the provider knows of a vehicle in the first moments after it was connected.

import type { Connection } from '../memory/state.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'

/** `unknown`: the vehicle is not found. `empty`: it has no signals yet. `ready`: all is there. */
export type Provisioning = 'unknown' | 'empty' | 'ready'

/** How long a vehicle is not found in the scenario `signals-late`, in milliseconds. */
const unknownMs = 5_000
/** How long it has no signals, in milliseconds. */
const emptyMs = 15_000

/** How far the vehicle of a connection is. Only a late scenario lets it wait. */
export function provisioningAt(
  { scenario, connectedAtMs }: Pick<Connection, 'scenario' | 'connectedAtMs'>,
  nowMs: number,
): Provisioning {
  if (scenarioNamed(scenario).signals !== 'late') return 'ready'
  const ageMs = nowMs - connectedAtMs
  if (ageMs < unknownMs) return 'unknown'
  return ageMs < emptyMs ? 'empty' : 'ready'
}
