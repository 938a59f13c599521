// What a request to the authorize endpoint wants to get back.

import type { ResponseType } from '../../memory/attempt.ts'
import { invalidParameter, missingParameter, type RequestProblem } from './problem.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads `response_type` and, for re-authentication, the vehicle. */
export function requestResponseType(
  given: ReadonlyMap<string, string>,
  endpoint: 'authorize' | 'reauthenticate',
):
  | { readonly ok: true; readonly value: ResponseType; readonly vehicleId?: string }
  | RequestProblem {
  const value = given.get('response_type')
  if (value === undefined || value === '') {
    return missingParameter('response_type', `response_type is missing. It ${allowed(endpoint)}`)
  }
  if (endpoint === 'reauthenticate') {
    const vehicleId = given.get('vehicle_id')
    if (vehicleId === undefined || vehicleId === '') return missingParameter('vehicle_id')
    if (value !== 'vehicle_id' && value !== 'none') {
      return invalidParameter('response_type', value, `response_type ${allowed(endpoint)}`)
    }
    return { ok: true, value: 'vehicle_id', vehicleId }
  }
  if (value === 'code' || value === 'none') return { ok: true, value }
  // The older form of re-authentication: the vehicle's id stands in the place of the type.
  if (uuid.test(value)) {
    return { ok: true, value: 'vehicle_id', vehicleId: value }
  }
  return invalidParameter('response_type', value, `response_type ${allowed(endpoint)}`)
}

function allowed(endpoint: 'authorize' | 'reauthenticate'): string {
  return endpoint === 'authorize' ? 'must be code or none' : 'must be vehicle_id or none'
}
