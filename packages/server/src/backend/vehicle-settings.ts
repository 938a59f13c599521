// What the table of vehicles is kept true with.

import type { SmartcarApi } from '../api/smartcar-api-contract.ts'
import type { VehicleStore } from '../stores/vehicle-store.ts'
import type { LiveUpdates } from './live-updates.ts'

/** What the parts that write vehicles down are given. */
export type VehicleSettings = {
  readonly api: SmartcarApi
  readonly store: VehicleStore
  readonly updates: LiveUpdates
  /** The mode that vehicles must have. */
  readonly mode: 'live' | 'simulated'
  /** The permissions that are asked for. */
  readonly scope: readonly string[] | undefined
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
  /** Waits, in milliseconds. */
  readonly sleep: (ms: number) => Promise<void>
}
