// What a signal of version 3 is, and the few ways in which signals answer.

import type { Car } from '../car.ts'
import type { Readings } from '../readings.ts'
import type { Vehicle } from '../vehicle.ts'

/** What a signal is read from: a vehicle, and its car at one instant. */
export type SignalSource = {
  readonly vehicle: Vehicle
  readonly car: Car
  readonly readings: Readings
}

/** The inside of a signal, such as `{ "value": 64, "unit": "percent" }`. */
export type SignalBody = Readonly<Record<string, unknown>>

/** What a vehicle says when it is asked for a signal. */
export type SignalReading =
  | { readonly ok: true; readonly body: SignalBody }
  | {
      readonly ok: false
      /** The kind of the error. */
      readonly type: 'VEHICLE_STATE' | 'COMPATIBILITY'
      /** What kind of that type it is. */
      readonly code: string
      /** The value that was known last, where there is one. */
      readonly body?: SignalBody
    }

/** One signal. */
export type Signal = {
  /** The code in the address of the signal: group and name in lower case. */
  readonly code: string
  /** Its name within the group. */
  readonly name: string
  /** The group it belongs to. */
  readonly group: string
  /** The permission that it needs. */
  readonly permission: string
  /** Whether it never changes, so that it has no time at which the car told it. @default false */
  readonly isStatic?: true
  /** Reads it. */
  readonly read: (source: SignalSource) => SignalReading
}

/** The body of a signal, or `undefined` if the car cannot tell it. */
export type ReadBody = (source: SignalSource) => SignalBody | undefined

/** Makes signals of one group and permission, by their names. */
export function signalsOf(
  group: string,
  permission: string,
  bodies: Readonly<Record<string, ReadBody>>,
): readonly Signal[] {
  return Object.entries(bodies).map(([name, readBody]) =>
    signalOf(group, permission, name, source => reading(readBody(source))),
  )
}

/** Makes one signal that answers in its own way. */
export function signalOf(
  group: string,
  permission: string,
  name: string,
  read: Signal['read'],
): Signal {
  return { code: `${group}-${name}`.toLowerCase(), name, group, permission, read }
}

/** A body, or that the vehicle is not capable of it. */
function reading(body: SignalBody | undefined): SignalReading {
  return body === undefined ? notCapable() : { ok: true, body }
}

/** That the vehicle has no such part. Some signals then have a body of nulls (recorded). */
export function notCapable(body?: SignalBody): SignalReading {
  return {
    ok: false,
    type: 'COMPATIBILITY',
    code: 'VEHICLE_NOT_CAPABLE',
    ...(body !== undefined && { body }),
  }
}

/** `{ value }`, or nothing without a value. */
export function value<Value>(known: Value | undefined): { readonly value: Value } | undefined {
  return known === undefined ? undefined : { value: known }
}

/** `{ value, unit }`, or nothing without a value. */
export function quantity(
  known: number | undefined,
  unit: string,
): { readonly value: number; readonly unit: string } | undefined {
  return known === undefined ? undefined : { value: known, unit }
}

/** `{ value, unit: "percent" }` in whole numbers, as they are recorded, or nothing. */
export function percent(known: number | undefined): SignalBody | undefined {
  return known === undefined ? undefined : quantity(Math.round(known), 'percent')
}
