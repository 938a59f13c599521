// The requests about cars: the list of the signed-in user, and the end of one connection.

import { type Endpoint, getJson, postJson } from '../backend/post-json.ts'
import { withDeadline } from '../backend/with-deadline.ts'
import type { Outcome } from '../errors.ts'
import { tellDeveloper } from '../messages/advice.ts'
import { type CarsOutcome, carsProblem } from './cars-problem.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import { readCars } from './read-cars.ts'

/**
 * Asks for the cars of the signed-in user. Never rejects.
 *
 * @param signal aborted when nobody wants to know any more
 */
export async function requestCars(
  backend: string,
  signal: AbortSignal,
): Promise<CarsOutcome<readonly ConnectedVehicle[]>> {
  const url = endpoint(backend, 'connections')
  const outcome = await withDeadline(signal, request => getJson<unknown>(url, request))
  const cars = outcome.ok && readCars(outcome.data)
  if (cars) return { ok: true, data: cars }
  // The page of the app, say, which answers where no route is.
  const message = 'The backend answered with something else than a list of cars.'
  return failed(
    outcome.ok
      ? { ok: false, code: 'exchange_failed', details: { message, status: 200 } }
      : outcome,
    signal,
  )
}

/**
 * Ends the application's access to a car of the signed-in user. Never rejects.
 *
 * @param vehicleId Smartcar's id of the vehicle
 */
export async function requestDisconnect(
  backend: string,
  vehicleId: string,
): Promise<CarsOutcome<undefined>> {
  const { signal } = new AbortController()
  // A page that is left does not take it back.
  const url = { ...endpoint(backend, 'disconnect'), keepalive: true }
  const outcome = await withDeadline(signal, request =>
    postJson<undefined>(url, { vehicleId }, {}, request),
  )
  return outcome.ok ? outcome : failed(outcome, signal)
}

/** The address of one endpoint of a backend. */
export function addressOf(backend: string, name: 'connections' | 'disconnect' | 'events'): string {
  return backend.replace(/\/*$/, `/${name}`)
}

// Cookies go along, so that the backend may also be on another host of the page's site.
function endpoint(backend: string, name: 'connections' | 'disconnect'): Endpoint {
  return { url: addressOf(backend, name), credentials: 'include' }
}

function failed(
  failure: Outcome<unknown> & { ok: false },
  signal: AbortSignal,
): CarsOutcome<never> {
  const problem = carsProblem(failure)
  // Nothing else shows a developer that the set-up is wrong.
  if (problem.code === 'refused' && !signal.aborted) tellDeveloper(new TypeError(problem.message))
  return { ok: false, problem }
}
