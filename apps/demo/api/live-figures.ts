// The figures of a car, from the signals that Smartcar stored.

import type { KnownSignalCode, Signal, Signals, SignalTimes } from 'smartcar-connect-server'
import { type Figure, missingFigure } from './figure.ts'
import type { LiveFigures } from './live-car.ts'

/** The signals that the demo reads; its webhook is set up for them. */
export const shownSignals: readonly KnownSignalCode[] = [
  'odometer-traveleddistance',
  'tractionbattery-stateofcharge',
  'tractionbattery-range',
  'charge-ischarging',
  'closure-islocked',
]

/** What the figures are before anything is known about a car. */
export const unknownFigures: LiveFigures = {
  odometer: { kind: 'unknown' },
  charge: { kind: 'unknown' },
  range: { kind: 'unknown' },
  isCharging: { kind: 'unknown' },
  isLocked: { kind: 'unknown' },
}

/** Reads the figures of a car. */
export function figuresOf({ all, get }: Signals): LiveFigures {
  // The store may be empty for a while after a car was connected.
  if (all.length === 0) return unknownFigures
  return {
    odometer: figureOf(get('odometer-traveleddistance'), isNumber),
    charge: figureOf(get('tractionbattery-stateofcharge'), isNumber),
    range: figureOf(get('tractionbattery-range'), isNumber),
    isCharging: figureOf(get('charge-ischarging'), isFlag),
    isLocked: figureOf(get('closure-islocked'), isFlag),
  }
}

/** Says which of the kinds of figure a signal is. */
export function figureOf<T>(
  signal: Signal | undefined,
  isValue: (value: unknown) => value is T,
): Figure<T> {
  if (signal === undefined) return { kind: 'none' }
  const missing = missingFigure(signal.ok ? undefined : signal.error.type)
  if (missing.kind !== 'unknown') return missing
  const { value, unit } = Object(signal.ok ? signal.body : signal.staleBody)
  if (!isValue(value)) return missing
  return {
    kind: signal.ok ? 'value' : 'last_seen',
    value,
    ...(typeof unit === 'string' && { unit }),
    ...timeOf(signal.times),
  }
}

function timeOf({ oemUpdatedAt, retrievedAt }: SignalTimes): { at?: string } {
  const at = oemUpdatedAt ?? retrievedAt
  return at ? { at: at.toISOString() } : {}
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}
