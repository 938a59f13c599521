// What a request to the authorize endpoint wants to get back.

import type { ResponseType } from '../../memory/attempt.ts'
import { problem, type RequestProblem } from './problem.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads `response_type` and, for re-authentication, the vehicle. */
export function requestResponseType(
  given: ReadonlyMap<string, string>,
  endpoint: 'authorize' | 'reauthenticate',
):
  | { readonly ok: true; readonly value: ResponseType; readonly vehicleId?: string }
  | RequestProblem {
  const value = given.get('response_type')
  if (endpoint === 'reauthenticate') {
    const vehicleId = given.get('vehicle_id')
    if (vehicleId === undefined || vehicleId === '') return problem('vehicle_id is missing')
    if (value !== 'vehicle_id' && value !== 'none') {
      return problem('response_type must be vehicle_id or none')
    }
    return { ok: true, value: 'vehicle_id', vehicleId }
  }
  if (value === 'code' || value === 'none') return { ok: true, value }
  // The older form of re-authentication: the vehicle's id stands in the place of the type.
  if (value !== undefined && uuid.test(value)) {
    return { ok: true, value: 'vehicle_id', vehicleId: value }
  }
  return problem('response_type must be code or none')
}
