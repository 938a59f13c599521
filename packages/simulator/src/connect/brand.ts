// /connect/brand: the choice of a brand.

import { formOf, type Incoming } from '../http/incoming.ts'
import type { Simulation } from '../http/simulation.ts'
import { brandPage } from '../pages/brand-page.ts'
import { brandsIn } from '../world/brands.ts'
import { leave, seePage, withAttempt } from './attempt.ts'

/** Shows the brands of the country. */
export function showBrands(
  simulation: Simulation,
  incoming: Incoming,
): Response | Promise<Response> {
  return withAttempt(simulation, incoming, ({ attempt, shown }) => {
    const query = (incoming.url.searchParams.get('q') ?? '').slice(0, 64)
    const offered = brandsIn(attempt.request.country)
    return leave(simulation, attempt, 'brand', brandPage(shown, offered, query))
  })
}

/** Takes the choice and goes on to the sign-in. */
export function chooseBrand(
  simulation: Simulation,
  incoming: Incoming,
): Response | Promise<Response> {
  return withAttempt(simulation, incoming, ({ attempt }) => {
    const chosen = formOf(incoming).get('brand')
    const brand = brandsIn(attempt.request.country).find(({ id }) => id === chosen)
    if (brand === undefined) return seePage(simulation, attempt, '/connect/brand')
    attempt.brandId = brand.id
    return seePage(simulation, attempt, '/connect/sign-in')
  })
}
