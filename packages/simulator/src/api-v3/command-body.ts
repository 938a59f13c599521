// Reads `{ "data": { "attributes": … } }`, the body of commands and schedules.

import { type Fields, fieldsOf, jsonFields } from '../http/json-fields.ts'
import type { Place } from '../world/car.ts'
import type { Fault } from '../world/fault.ts'

/** The attributes of a body; none if the body has another form. */
export function attributesOf(body: string): Fields {
  return fieldsOf(fieldsOf(jsonFields(body).data).attributes)
}

/** Reads a place. */
export function placeOf(value: unknown): Place | undefined {
  const { latitude, longitude } = fieldsOf(value)
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude }
    : undefined
}

/** What is wrong with an attribute: it is missing, or it is not what it must be. */
export function wrongAttribute(attributes: Fields, name: string, must: string): Fault {
  const isMissing = attributes[name] === undefined
  return {
    type: 'VALIDATION',
    code: isMissing ? 'MISSING_PARAMETER' : 'INVALID_INPUT_FORMAT',
    description: isMissing
      ? `data.attributes.${name} is missing. It must be ${must}.`
      : `${name} must be ${must}.`,
  }
}
