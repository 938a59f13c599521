// The few calls of the provider's vehicle API that the demo makes.
import type { Car } from './car.ts'

/** The network seam: the global `fetch`, or the simulator's in a test. */
export type Fetch = (request: Request) => Promise<Response>

/** The demo's view of the vehicle API. */
export type VehicleApi = {
  /** The ids of the vehicles that a token reaches. */
  vehicleIds(accessToken: string): Promise<string[]>
  /** Attributes and figures of one vehicle. */
  readCar(accessToken: string, id: string): Promise<Car>
  /** Takes the app's access to a vehicle away; a vehicle that is gone already counts as done. */
  disconnect(accessToken: string, id: string): Promise<void>
}

/** The provider did not answer as it should. The message names the call, never the token. */
export class VehicleApiError extends Error {
  override readonly name = 'VehicleApiError'
  readonly status: number

  constructor(what: string, status: number) {
    super(`The vehicle API answered ${status} to ${what}. Try again, or connect the car again.`)
    this.status = status
  }
}

const deadlineMs = 10_000

/**
 * Creates the calls, v2.
 *
 * @param origin where the vehicle API answers, such as `https://api.smartcar.com`
 */
export const createVehicleApi = (origin: string, fetch: Fetch): VehicleApi => {
  const call = (method: string, path: string, accessToken: string): Promise<Response> =>
    fetch(
      new Request(new URL(`/v2.0${path}`, origin), {
        method,
        headers: { authorization: `Bearer ${accessToken}`, 'sc-unit-system': 'metric' },
        signal: AbortSignal.timeout(deadlineMs),
      }),
    )
  const read = async <T>(path: string, accessToken: string): Promise<T> => {
    const response = await call('GET', path, accessToken)
    if (!response.ok) throw new VehicleApiError(`GET ${path}`, response.status)
    return (await response.json()) as T
  }
  // One sleeping or unshared figure must not hide the car.
  const readFigure = async <T>(path: string, accessToken: string): Promise<T | null> => {
    const response = await call('GET', path, accessToken)
    return response.ok ? ((await response.json()) as T) : null
  }

  // A car that keeps its make to itself is still a car.
  const readAttributes = async (path: string, accessToken: string) => {
    const response = await call('GET', path, accessToken)
    if (response.status === 403) return { make: 'Car', model: '', year: 0 }
    if (!response.ok) throw new VehicleApiError(`GET ${path}`, response.status)
    return (await response.json()) as { make: string; model: string; year: number }
  }

  return {
    async vehicleIds(accessToken) {
      const { vehicles } = await read<{ vehicles: string[] }>('/vehicles?limit=50', accessToken)
      return vehicles
    },
    async readCar(accessToken, id) {
      const path = `/vehicles/${encodeURIComponent(id)}`
      const [attributes, odometer, battery] = await Promise.all([
        readAttributes(path, accessToken),
        readFigure<{ distance: number }>(`${path}/odometer`, accessToken),
        readFigure<{ percentRemaining: number; range: number }>(`${path}/battery`, accessToken),
      ])
      const { make, model, year } = attributes
      return {
        id,
        make,
        model,
        year,
        odometerKm: odometer?.distance ?? null,
        battery: battery && {
          percent: Math.round(battery.percentRemaining * 100),
          rangeKm: battery.range,
        },
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
