// A car of version 3 as the page shows it: data only, never a token.

import type { Figure } from './figure.ts'

/** The figures that the demo shows. */
export type LiveFigures = {
  odometer: Figure<number>
  charge: Figure<number>
  range: Figure<number>
  isCharging: Figure<boolean>
  isLocked: Figure<boolean>
}

/** A command that the demo sends. */
export type LiveCommand = 'security/lock' | 'security/unlock' | 'charge/start' | 'charge/stop'

/** What Smartcar stored of a connected car last. The list of cars is the library's. */
export type LiveCar = {
  /** Smartcar's vehicle id. */
  id: string
  /** The figures. */
  figures: LiveFigures
  /** The commands that the person allowed. */
  commands: LiveCommand[]
  /** Why the figures could not be read: a sentence for the person. */
  problem?: string
}

/** What came of a command: the answer of `POST /api/live-cars/{id}/commands`. */
export type CommandOutcome =
  | { outcome: 'done' }
  /** The car did not do it. `reason` is a sentence for the person. */
  | { outcome: 'refused'; reason: string }
  /** The car may have done it all the same. */
  | { outcome: 'unknown'; reason: string }
