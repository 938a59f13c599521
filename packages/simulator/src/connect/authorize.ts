// GET /oauth/authorize and GET /oauth/reauthenticate: where every flow begins.

import type { Incoming } from '../http/incoming.ts'
import type { Simulation } from '../http/simulation.ts'
import type { AuthorizeRequest } from '../memory/attempt.ts'
import { wordsFor } from '../pages/language.ts'
import { problemPage } from '../pages/notice-page.ts'
import { type Brand, brands, brandsIn, findBrand } from '../world/brands.ts'
import { brandOfVin } from '../world/vehicle.ts'
import { leave, seePage, startAttempt } from './attempt.ts'
import { parseAuthorizeRequest } from './authorize-request.ts'

/** Starts a flow, or shows what is wrong with the request without sending anyone anywhere. */
export function authorize(
  simulation: Simulation,
  incoming: Incoming,
): Response | Promise<Response> {
  const { basePath, state } = simulation
  const endpoint = incoming.path === '/oauth/reauthenticate' ? 'reauthenticate' : 'authorize'
  const words = wordsFor(incoming.headers.get('Accept-Language'))
  const parsed = parseAuthorizeRequest(
    incoming.url.searchParams,
    {
      applications: simulation.applications,
      scenario: state.scenario,
      handoffUri: `${incoming.url.origin}${basePath}/v2/redirect`,
    },
    endpoint,
  )
  if (!parsed.ok) return problemPage(words, basePath, parsed.problem)
  const { request } = parsed
  const known = knownBrand(simulation, request)
  if (known === 'unknown-vehicle') {
    return problemPage(
      words,
      basePath,
      'vehicle_id is not a vehicle connected to this application.',
    )
  }
  const attempt = startAttempt(simulation, request, incoming.url.origin)
  if (known !== undefined) attempt.brandId = known.id
  const path = known === undefined ? '/connect/brand' : '/connect/sign-in'
  return leave(simulation, attempt, 'authorize', seePage(simulation, attempt, path))
}

/** The brand when the request already says it. A VIN beats a make. */
function knownBrand(
  { state }: Simulation,
  request: AuthorizeRequest,
): Brand | undefined | 'unknown-vehicle' {
  const { vehicleId, singleSelectVin, make, country, clientId } = request
  if (vehicleId !== undefined) {
    const vehicle = state.vehicles.get(vehicleId)
    const connected = [...state.connections.values()].some(
      connection => connection.clientId === clientId && connection.vehicleId === vehicleId,
    )
    const brand = brands.find(({ id }) => id === vehicle?.brandId)
    return brand !== undefined && connected ? brand : 'unknown-vehicle'
  }
  if (singleSelectVin !== undefined) return brandOfVin(singleSelectVin)
  const brand = make === undefined ? undefined : findBrand(make)
  return brand !== undefined && brandsIn(country).includes(brand) ? brand : undefined
}
