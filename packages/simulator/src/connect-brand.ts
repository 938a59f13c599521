// /connect/brand: the choice of a brand.
import { leave, seePage, withAttempt } from './attempt.ts'
import { brandsIn } from './brands.ts'
import { formOf, type Incoming } from './incoming.ts'
import { brandPage } from './pages/brand-page.ts'
import type { Simulation } from './simulation.ts'

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
