// Reads `{ "data": { "attributes": … } }`, the body of commands and schedules.

import type { Place } from '../world/car.ts'
import type { Fault } from '../world/fault.ts'

/** The attributes that a command came with. */
export type Attributes = Readonly<Record<string, unknown>>

/** The attributes of a body; none if the body has another form. */
export function attributesOf(body: string): Attributes {
  try {
    const read: unknown = JSON.parse(body)
    return recordOf(recordOf(recordOf(read).data).attributes)
  } catch {
    return {}
  }
}

/** The fields of a value, none if it is no object. */
export function recordOf(value: unknown): Attributes {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? (value as Attributes) : {}
}

/** Reads a place. */
export function placeOf(value: unknown): Place | undefined {
  const { latitude, longitude } = recordOf(value)
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude }
    : undefined
}

/** What is wrong with an attribute: it is missing, or it is not what it must be. */
export function wrongAttribute(attributes: Attributes, name: string, must: string): Fault {
  const isMissing = attributes[name] === undefined
  return {
    type: 'VALIDATION',
    code: isMissing ? 'MISSING_PARAMETER' : 'INVALID_INPUT_FORMAT',
    description: isMissing
      ? `data.attributes.${name} is missing. It must be ${must}.`
      : `${name} must be ${must}.`,
  }
}
