// The few calls of version 2 of the vehicle API that the demo makes.

import type { Car } from './car.ts'
import type { CarName } from './car-name.ts'
import { type Figure, missingFigure } from './figure.ts'

/** The network seam: the global `fetch`, or the simulator's in a test. */
export type Fetch = (request: Request) => Promise<Response>

/** The demo's view of the vehicle API. */
export type VehicleApi = {
  /** One vehicle with its figures. Where it does not say what it is, `known` is used. */
  readCar(accessToken: string, id: string, known: CarName): Promise<Car>
  /** Ends the app's access to a vehicle; a vehicle that is already gone counts as done. */
  disconnect(accessToken: string, id: string): Promise<void>
}

/** The provider did not answer as it should. The message names the call, never the token. */
export class VehicleApiError extends Error {
  override readonly name = 'VehicleApiError'
  /** The HTTP status of the answer. */
  readonly status: number

  constructor(what: string, status: number) {
    super(`The vehicle API answered ${status} to ${what}. Try again, or connect the car again.`)
    this.status = status
  }
}

const deadlineMs = 10_000

/**
 * Creates the calls.
 *
 * @param origin where the vehicle API answers, such as `https://api.smartcar.com`
 */
export function createVehicleApi(origin: string, fetch: Fetch): VehicleApi {
  function call(method: string, path: string, accessToken: string): Promise<Response> {
    return fetch(
      new Request(new URL(`/v2.0${path}`, origin), {
        method,
        headers: { authorization: `Bearer ${accessToken}`, 'sc-unit-system': 'metric' },
        signal: AbortSignal.timeout(deadlineMs),
      }),
    )
  }
  // A figure that is not shared, or that a sleeping car does not send, must not hide the car.
  async function read<T>(path: string, accessToken: string): Promise<Answer<T>> {
    const response = await call('GET', path, accessToken)
    if (response.status === 401) {
      await response.body?.cancel()
      throw new VehicleApiError(`GET ${path}`, 401)
    }
    const at = response.headers.get('sc-data-age') ?? undefined
    return response.ok
      ? { ok: true, body: (await response.json()) as T, at }
      : { ok: false, error: (await response.json()) as ApiError }
  }

  return {
    async readCar(accessToken, id, known) {
      const path = `/vehicles/${encodeURIComponent(id)}`
      const [attributes, odometer, battery] = await Promise.all([
        read<CarName>(path, accessToken),
        read<{ distance: number }>(`${path}/odometer`, accessToken),
        read<{ percentRemaining: number; range: number }>(`${path}/battery`, accessToken),
      ])
      const { make, model, year } = attributes.ok ? attributes.body : known
      // A missing permission has the same resolution, and nothing is wrong with the account then.
      const mustSignIn = !attributes.ok && attributes.error.type === 'CONNECTED_SERVICES_ACCOUNT'
      return {
        id,
        make,
        model,
        year,
        odometer: figureOf(odometer, ({ distance }) => distance, 'km'),
        charge: figureOf(battery, ({ percentRemaining }) => percentRemaining * 100, 'percent'),
        range: figureOf(battery, ({ range }) => range, 'km'),
        ...(mustSignIn && { trouble: 'sign_in_again' as const }),
      }
    },
    async disconnect(accessToken, id) {
      const path = `/vehicles/${encodeURIComponent(id)}/application`
      const response = await call('DELETE', path, accessToken)
      await response.body?.cancel()
      if (!response.ok && response.status !== 404) {
        throw new VehicleApiError(`DELETE ${path}`, response.status)
      }
    },
  }
}

type ApiError = { type?: string }

type Answer<T> = { ok: true; body: T; at: string | undefined } | { ok: false; error: ApiError }

function figureOf<T>(answer: Answer<T>, pick: (body: T) => number, unit: string): Figure<number> {
  if (!answer.ok) return missingFigure(answer.error.type)
  const { body, at } = answer
  return { kind: 'value', value: pick(body), unit, ...(at !== undefined && { at }) }
}
