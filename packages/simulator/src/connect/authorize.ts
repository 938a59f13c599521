// GET /oauth/authorize and GET /oauth/reauthenticate: where every attempt begins.

import type { SimulatorContext } from '../http/context.ts'
import type { AuthorizeRequest } from '../memory/attempt.ts'
import type { State } from '../memory/state.ts'
import { problemPage } from '../pages/notice-page.ts'
import { brandsIn, findBrand } from '../world/brands.ts'
import { brandOfVin } from '../world/vehicle.ts'
import { startAttempt } from './attempt.ts'
import { frameFor } from './frame.ts'
import { currentPage } from './next-step.ts'
import { parseAuthorizeRequest } from './request/authorize-request.ts'
import { lookOf } from './request/flags.ts'
import { invalidParameter, type RequestProblem } from './request/problem.ts'
import { seePage } from './see-page.ts'
import { sendAtHop } from './send-at-hop.ts'

/** Starts an attempt, or shows what is wrong with the request. It sends nobody to a wrong address. */
export async function authorize(c: SimulatorContext): Promise<Response> {
  const { basePath, state } = c.env
  const endpoint = c.req.path === '/oauth/reauthenticate' ? 'reauthenticate' : 'authorize'
  const query = c.get('url').searchParams
  const parsed = parseAuthorizeRequest(
    query,
    {
      applications: c.env.applications,
      scenario: state.scenario,
      hostedRedirectUri: `${c.get('url').origin}${basePath}/v2/redirect`,
    },
    endpoint,
  )
  const frame = frameFor(c, lookOf(query.get('flags') ?? ''))
  if (!parsed.ok) return problemPage(frame, parsed)
  const { request } = parsed
  const brand = requestedBrand(state, request)
  if (!brand.ok) return problemPage(frame, brand)
  const attempt = startAttempt(c, request)
  if (brand.id !== undefined) attempt.brandId = brand.id
  return sendAtHop(c, attempt, 'authorize', seePage(c, attempt, currentPage(attempt)))
}

/** The brand that the request names, if it does, or why the vehicle of the request has none. */
type RequestedBrand = { readonly ok: true; readonly id: string | undefined } | RequestProblem

/** A VIN beats a make. */
function requestedBrand(state: State, request: AuthorizeRequest): RequestedBrand {
  const { vehicleId, singleSelectVin, make, country, clientId } = request
  if (vehicleId !== undefined) {
    const id = state.vehicles.get(vehicleId)?.brandId
    const isConnected = [...state.connections.values()].some(
      connection => connection.clientId === clientId && connection.vehicleId === vehicleId,
    )
    return id !== undefined && isConnected
      ? { ok: true, id }
      : invalidParameter(
          'vehicle_id',
          vehicleId,
          'vehicle_id is not a vehicle connected to this application',
        )
  }
  if (singleSelectVin !== undefined) return { ok: true, id: brandOfVin(singleSelectVin)?.id }
  const brand = make === undefined ? undefined : findBrand(make)
  const isOffered = brand !== undefined && brandsIn(country).includes(brand)
  return { ok: true, id: isOffered ? brand.id : undefined }
}
