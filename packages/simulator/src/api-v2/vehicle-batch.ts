// Several readings of a vehicle in one request.

import type { SimulatorContext } from '../http/context.ts'
import { fieldsOf, jsonFields } from '../http/json-fields.ts'
import { randomUuid } from '../world/random-id.ts'
import { answerV2 } from './answer.ts'
import { errorV2 } from './error.ts'
import { validationFault } from './faults.ts'
import { findVehicleAccess } from './vehicle-access.ts'
import { type VehicleEndpoint, vehicleEndpoints } from './vehicle-endpoints.ts'
import { readVehicle } from './vehicles.ts'

/** One reading that was asked for: its path as it came, and what is there. */
type Part = { readonly path: string; readonly endpoint: VehicleEndpoint }

/** POST /v2.0/vehicles/{id}/batch: `{ "requests": [{ "path": "/odometer" }] }`. */
export async function batchVehicle(c: SimulatorContext): Promise<Response> {
  const access = findVehicleAccess(c)
  if (!access.ok) return errorV2(access.fault)
  const parts = readParts(c.get('body'))
  if (parts === undefined) {
    const message = 'Field must be a list of 1 to 50 objects, each with the path of an endpoint'
    return errorV2(validationFault('requests', message))
  }
  // Recorded: a part that failed has no headers, and all share the request id.
  const requestId = randomUuid()
  const responses = await Promise.all(
    parts.map(async ({ path, endpoint }) => {
      const answer = readVehicle(c, endpoint, requestId)
      return {
        path,
        code: answer.status,
        body: (await answer.json()) as unknown,
        ...(answer.ok && { headers: headersOf(answer) }),
      }
    }),
  )
  return answerV2({ responses }, { 'SC-Request-Id': requestId })
}

/** What was asked for; `undefined` if anything in it is wrong, as no part is read then. */
function readParts(body: string): readonly Part[] | undefined {
  const { requests } = jsonFields(body)
  if (!Array.isArray(requests) || requests.length < 1 || requests.length > 50) return undefined
  const parts = requests.map(readPart)
  return parts.every(part => part !== undefined) ? parts : undefined
}

function readPart(item: unknown): Part | undefined {
  const { path } = fieldsOf(item)
  if (typeof path !== 'string') return undefined
  // With or without a slash in front; `/` is the vehicle itself.
  const name = path.replace(/^\/?/, '/').replace(/\/$/, '')
  const endpoint = Object.hasOwn(vehicleEndpoints, name) ? vehicleEndpoints[name] : undefined
  return endpoint && { path, endpoint }
}

function headersOf(answer: Response): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...answer.headers].filter(([name]) => name.startsWith('sc-') && name !== 'sc-request-id'),
  )
}
