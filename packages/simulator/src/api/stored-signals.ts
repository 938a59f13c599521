// The signals of a vehicle as the provider stored them last: values, errors and their times.

import type { Simulation } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import { readingsOf } from '../world/readings.ts'
import { type Signal, type SignalBody, signals } from '../world/signals.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { carNow } from './car-now.ts'

/** One signal in the store, apart from how an answer or a webhook writes it down. */
export type StoredSignal = {
  /** Which signal it is. */
  readonly signal: Signal
  /** Why there is no value; left out if there is one. */
  readonly error?: { readonly type: string; readonly code: string }
  /** The value, or the one that was known last. */
  readonly body?: SignalBody
  /** When the car told it. Left out for what never changes. */
  readonly oemUpdatedAtMs?: number
  /** When the provider fetched it. Left out for what never changes. */
  readonly retrievedAtMs?: number
  /** When the provider stored it. */
  readonly ingestedAtMs: number
}

/** The signals of a connection's vehicle, in the order of their codes. */
export function storedSignals(
  simulation: Simulation,
  { vehicleId, permissions }: Connection,
  vehicle: Vehicle,
): readonly StoredSignal[] {
  const car = carNow(simulation, vehicleId, vehicle)
  const source = { vehicle, car, readings: readingsOf(vehicle, car) }
  const nowMs = simulation.now()
  return signals.map(signal => {
    if (!permissions.includes(signal.permission)) {
      return { signal, error: { type: 'PERMISSION', code: 'UNKNOWN' }, ingestedAtMs: nowMs }
    }
    const reading = signal.read(source)
    return {
      signal,
      ...(!reading.ok && { error: { type: reading.type, code: reading.code } }),
      ...(reading.body !== undefined && { body: reading.body }),
      ...(!signal.isStatic && { oemUpdatedAtMs: nowMs - 60_000, retrievedAtMs: nowMs }),
      ingestedAtMs: nowMs,
    }
  })
}
