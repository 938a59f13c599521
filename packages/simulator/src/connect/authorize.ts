// GET /oauth/authorize and GET /oauth/reauthenticate: where every flow begins.

import type { SimulatorContext } from '../http/context.ts'
import type { AuthorizeRequest } from '../memory/attempt.ts'
import type { State } from '../memory/state.ts'
import { wordsFor } from '../pages/language.ts'
import { problemPage } from '../pages/notice-page.ts'
import { type Brand, brands, brandsIn, findBrand } from '../world/brands.ts'
import { brandOfVin } from '../world/vehicle.ts'
import { leave, seePage, startAttempt } from './attempt.ts'
import { parseAuthorizeRequest } from './authorize-request.ts'

/** Starts a flow, or shows what is wrong with the request without sending anyone anywhere. */
export async function authorize(c: SimulatorContext): Promise<Response> {
  const { basePath, state } = c.env
  const endpoint = c.req.path === '/oauth/reauthenticate' ? 'reauthenticate' : 'authorize'
  const words = wordsFor(c.req.header('Accept-Language'))
  const parsed = parseAuthorizeRequest(
    c.get('url').searchParams,
    {
      applications: c.env.applications,
      scenario: state.scenario,
      handoffUri: `${c.get('url').origin}${basePath}/v2/redirect`,
    },
    endpoint,
  )
  if (!parsed.ok) return problemPage(words, basePath, parsed.problem)
  const { request } = parsed
  const known = knownBrand(c.env.state, request)
  if (known === 'unknown-vehicle') {
    return problemPage(
      words,
      basePath,
      'vehicle_id is not a vehicle connected to this application.',
    )
  }
  const attempt = startAttempt(c, request, c.get('url').origin)
  if (known !== undefined) attempt.brandId = known.id
  const path = known === undefined ? '/connect/brand' : '/connect/sign-in'
  return leave(c, attempt, 'authorize', seePage(c, attempt, path))
}

/** The brand when the request already says it. A VIN beats a make. */
function knownBrand(
  state: State,
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
