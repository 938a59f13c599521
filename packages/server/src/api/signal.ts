// One signal of an answer, in the recorded shape of 2026 or the older one.

import { fieldsOf, textAt, timeAt, valueAt } from './read-json.ts'
import { type Resolution, readResolution } from './resolution.ts'
import { fits, type Shaped } from './shape.ts'
import { signalBodies } from './signal-bodies.ts'
import { type KnownSignalCode, signalCatalogue } from './signal-catalogue.ts'

/** The code of a signal. Any text is one; those that are documented have typed bodies. */
export type SignalCode = KnownSignalCode | (string & {})

/** The type of a signal's body. It is unknown for a code that is not documented. */
export type SignalBody<Code extends SignalCode = SignalCode> = Code extends KnownSignalCode
  ? Shaped<(typeof signalBodies)[(typeof signalCatalogue)[Code]['body']]>
  : unknown

/** When a value was made, fetched and stored. What never changes has only the last. */
export type SignalTimes = {
  /** When the car or its maker made it. */
  readonly oemUpdatedAt: Date | undefined
  /** When Smartcar fetched it. */
  readonly retrievedAt: Date | undefined
  /** When Smartcar stored it. */
  readonly ingestedAt: Date | undefined
}

/** Why a signal has no current value. */
export type SignalError = {
  /**
   * The kind, such as `PERMISSION`, `COMPATIBILITY` or `VEHICLE_STATE`; `UNREADABLE` where the body has
   * another form than documented.
   */
  readonly type: string
  /** What kind of that type, such as `NOT_CHARGING`. */
  readonly code: string | undefined
  /** A sentence for developers. */
  readonly detail: string | undefined
  /** What the provider says can be done, such as `{ type: 'REAUTHENTICATE' }`. */
  readonly resolution: Resolution | undefined
}

/** One signal. Look at `ok` first: a signal that failed has no current value. */
export type Signal<Code extends SignalCode = SignalCode> =
  | {
      /** The signal has a current value. */
      readonly ok: true
      /** The code, such as `odometer-traveleddistance`. */
      readonly code: Code
      /** The value, in the unit that it names: `{ value: 1200, unit: 'km' }`. */
      readonly body: SignalBody<Code>
      /** When the value was made, fetched and stored. */
      readonly times: SignalTimes
    }
  | {
      /** The signal has no current value. */
      readonly ok: false
      /** The code, such as `charge-chargerate`. */
      readonly code: Code
      /** Why there is none. */
      readonly error: SignalError
      /** What came in the place of a value: the one that was known last, or something unreadable. */
      readonly staleBody: unknown
      /** When the value that was known last was made, fetched and stored. */
      readonly times: SignalTimes
    }

/**
 * Reads one signal of an answer.
 *
 * @returns `undefined` for what has no code, and so is no signal.
 */
export function readSignal(element: unknown): Signal | undefined {
  const attributes = fieldsOf(valueAt(element, 'attributes') ?? element)
  const code = textAt(attributes, 'code') ?? textAt(element, 'id')
  if (code === undefined) return undefined
  const { body } = attributes
  const meta = fieldsOf(valueAt(element, 'meta'))
  const times: SignalTimes = {
    oemUpdatedAt: timeAt(meta, 'oemUpdatedAt'),
    retrievedAt: timeAt(meta, 'retrievedAt'),
    ingestedAt: timeAt(meta, 'ingestedAt'),
  }
  const error = errorOf(attributes.status, body)
  if (error !== undefined) return { ok: false, code, error, staleBody: body, times }
  if (isKnown(code) && !fits(signalBodies[signalCatalogue[code].body], body)) {
    return { ok: false, code, error: unreadable, staleBody: body, times }
  }
  return { ok: true, code, body, times }
}

const unreadable: SignalError = {
  type: 'UNREADABLE',
  code: undefined,
  detail: 'The body of this signal has another form than documented.',
  resolution: undefined,
}

/** A status may be missing in older data; then a body is a success. */
function errorOf(status: unknown, body: unknown): SignalError | undefined {
  const value = textAt(status, 'value')
  if (value === 'SUCCESS') return undefined
  if (value === undefined && body !== undefined && body !== null) return undefined
  const error = valueAt(status, 'error')
  return {
    type: textAt(error, 'type') ?? value ?? 'UNKNOWN',
    code: textAt(error, 'code'),
    detail: textAt(error, 'detail') ?? textAt(error, 'description'),
    resolution: readResolution(valueAt(error, 'resolution')),
  }
}

function isKnown(code: string): code is KnownSignalCode {
  return Object.hasOwn(signalCatalogue, code)
}
