// Several readings of a vehicle in one request.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { randomUuid } from '../world/random-id.ts'
import { errorV2 } from './error.ts'
import { findVehicleAccess } from './vehicle-access.ts'
import { vehicleEndpoints } from './vehicle-endpoints.ts'
import { readVehicle } from './vehicles.ts'

/** POST /v2.0/vehicles/{id}/batch: `{ "requests": [{ "path": "/odometer" }] }`. */
export async function batchVehicle(c: SimulatorContext): Promise<Response> {
  const access = findVehicleAccess(c)
  if (!access.ok) return access.response
  const paths = readPaths(c.get('body'))
  if (paths === undefined) {
    const description = 'requests must be a list of 1 to 50 objects with a path each.'
    return errorV2({ type: 'VALIDATION', code: 'PARAMETER', description })
  }
  const responses = await Promise.all(
    paths.map(async path => {
      const name = path === '/' ? '' : path
      const endpoint = Object.hasOwn(vehicleEndpoints, name) ? vehicleEndpoints[name] : undefined
      const response =
        endpoint === undefined
          ? errorV2({ type: 'RESOURCE_NOT_FOUND', description: 'There is nothing at this path.' })
          : readVehicle(c, endpoint)
      return {
        path,
        code: response.status,
        body: (await response.json()) as unknown,
        headers: Object.fromEntries(
          [...response.headers].filter(([header]) => header.startsWith('sc-')),
        ),
      }
    }),
  )
  return jsonResponse({ responses }, 200, { 'SC-Request-Id': randomUuid() })
}

function readPaths(body: string): readonly string[] | undefined {
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof read !== 'object' || read === null || !('requests' in read)) return undefined
  const { requests } = read
  if (!Array.isArray(requests) || requests.length < 1 || requests.length > 50) return undefined
  const paths = requests.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'path' in item ? item.path : undefined,
  )
  return paths.every(path => typeof path === 'string') ? paths : undefined
}
