// The signals of a vehicle as the provider stored them last: values, errors and their times.

import type { Simulation } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import { readingsOf } from '../world/readings.ts'
import { type Signal, type SignalBody, signals } from '../world/signals.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { fetchedCar } from './fetched-car.ts'
import { provisioningAt } from './provisioning.ts'

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

/** How long before a fetch the car told its values, in milliseconds. */
export const toldBeforeMs = 10_000
const dayMs = 24 * 3_600_000

/**
 * The signals of a connection's vehicle, in the order of their codes. They are as old as the last
 * fetch, however often they are read. The store may be empty right after connecting.
 */
export function storedSignals(
  simulation: Simulation,
  connection: Connection,
  vehicle: Vehicle,
): readonly StoredSignal[] {
  if (provisioningAt(connection, simulation.now()) !== 'ready') return []
  const car = fetchedCar(simulation, connection, vehicle)
  const source = { vehicle, car, readings: readingsOf(vehicle, car) }
  const fetchedMs = car.atMs
  // Not in the future, also where the clock went back to before the connection.
  const knownMs = Math.min(fetchedMs, Math.max(connection.connectedAtMs, fetchedMs - dayMs))
  const stored = signals.map((signal): StoredSignal => {
    if (!connection.permissions.includes(signal.permission)) {
      return { signal, error: notGranted, ingestedAtMs: fetchedMs }
    }
    const reading = signal.read(source)
    const error = reading.ok ? undefined : { type: reading.type, code: reading.code }
    const { body } = reading
    // Recorded: an error without a value, and what never changes, has no time at the car.
    const hasTimes = !signal.isStatic && body !== undefined
    // What was known last is older than what was fetched now.
    const retrievedAtMs = error?.type === 'VEHICLE_STATE' ? knownMs : fetchedMs
    return {
      signal,
      ...(error !== undefined && { error }),
      ...(body !== undefined && { body }),
      ...(hasTimes && { oemUpdatedAtMs: retrievedAtMs - toldBeforeMs, retrievedAtMs }),
      ingestedAtMs: fetchedMs,
    }
  })
  if (scenarioOf(connection.scenario, simulation.state.scenario).signals !== 'errors') return stored
  return withEveryError(stored, knownMs)
}

const notGranted = { type: 'PERMISSION', code: 'UNKNOWN' }

/** Lets the first three values fail, each in another way that was recorded. */
function withEveryError(stored: readonly StoredSignal[], knownMs: number): readonly StoredSignal[] {
  const failures: ((one: StoredSignal) => StoredSignal)[] = [
    one => ({
      ...one,
      error: { type: 'VEHICLE_STATE', code: 'NOT_CHARGING' },
      oemUpdatedAtMs: knownMs - toldBeforeMs,
      retrievedAtMs: knownMs,
    }),
    ({ signal, ingestedAtMs }) => ({
      signal,
      error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' },
      ingestedAtMs,
    }),
    ({ signal, ingestedAtMs }) => ({ signal, error: notGranted, ingestedAtMs }),
  ]
  return stored.map(one => {
    if (one.error !== undefined || one.retrievedAtMs === undefined) return one
    return failures.shift()?.(one) ?? one
  })
}
