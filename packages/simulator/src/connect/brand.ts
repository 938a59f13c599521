// /connect/brand: the choice of a brand.

import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import { brandPage } from '../pages/brand-page.ts'
import { brandsIn } from '../world/brands.ts'
import { leave, seePage, withAttempt } from './attempt.ts'

/** Shows the brands of the country. */
export function showBrands(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown }) => {
    const query = (c.get('url').searchParams.get('q') ?? '').slice(0, 64)
    const offered = brandsIn(attempt.request.country)
    return leave(c, attempt, 'brand', brandPage(shown, offered, query))
  })
}

/** Takes the choice and goes on to the sign-in. */
export function chooseBrand(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt }) => {
    const chosen = formOf(c).get('brand')
    const brand = brandsIn(attempt.request.country).find(({ id }) => id === chosen)
    if (brand === undefined) return seePage(c, attempt, '/connect/brand')
    attempt.brandId = brand.id
    return seePage(c, attempt, '/connect/sign-in')
  })
}
