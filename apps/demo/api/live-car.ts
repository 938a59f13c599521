// A car of version 3 as the page shows it: data only, never a token.

import type { CarName } from './car-name.ts'
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

/** One connected car, as Smartcar stored it last. */
export type LiveCar = CarName & {
  /** Smartcar's vehicle id. */
  id: string
  /** The figures. */
  figures: LiveFigures
  /** The commands that the person allowed. */
  commands: LiveCommand[]
  /** Whether the person has to sign in to the car's account again (`open({ vehicleId: car.id })`). */
  trouble?: 'sign_in_again'
  /** Why the figures could not be read: a sentence for the person. */
  problem?: string
}

/** The answer of `GET /api/live-cars` and of `POST /api/smartcar/exchange`. */
export type LiveCars = {
  /** In the order in which they were connected. */
  cars: LiveCar[]
}

/** What came of a command: the answer of `POST /api/live-cars/{id}/commands`. */
export type CommandOutcome =
  | { outcome: 'done' }
  /** The car did not do it. `reason` is a sentence for the person. */
  | { outcome: 'refused'; reason: string }
  /** The car may have done it all the same. */
  | { outcome: 'unknown'; reason: string }
