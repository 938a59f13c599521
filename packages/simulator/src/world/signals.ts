// The catalogue of version 3: all 93 signals, sorted by their codes as the provider lists them.

import { carSignals } from './signals/car.ts'
import { chargeSignals } from './signals/charge.ts'
import { closureSignals } from './signals/closure.ts'
import { comfortSignals } from './signals/comfort.ts'
import { diagnosticSignals } from './signals/diagnostics.ts'
import { drivingSignals } from './signals/driving.ts'
import { energySignals } from './signals/energy.ts'
import type { Signal } from './signals/signal.ts'

export type { Signal, SignalBody } from './signals/signal.ts'

/**
 * All signals. No live car answers every one of them.
 *
 * @see https://smartcar.com/docs/api-reference/signals/schema
 */
export const signals: readonly Signal[] = [
  ...carSignals,
  ...chargeSignals,
  ...closureSignals,
  ...comfortSignals,
  ...diagnosticSignals,
  ...drivingSignals,
  ...energySignals,
].sort((one, other) => (one.code < other.code ? -1 : 1))
