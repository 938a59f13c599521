// /connect/brand: the choice of a brand.

import { formOf, type SimulatorContext } from '../http/context.ts'
import { brandPage } from '../pages/brand-page.ts'
import { brandsIn } from '../world/brands.ts'
import { withAttempt } from './attempt.ts'
import { proceed } from './proceed.ts'
import { seePage } from './see-page.ts'
import { sendAtHop } from './send-at-hop.ts'

/** Shows the brands of the country. One may come back here from any later page. */
export function showBrands(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown }) => {
    const searched = c.get('url').searchParams.get('q')
    const page = brandPage(shown, {
      brands: brandsIn(attempt.request.country),
      query: (searched ?? '').slice(0, 64),
      isFirst: searched === null && attempt.brandId === undefined,
    })
    return sendAtHop(c, attempt, 'brand', page)
  })
}

/** Stores the choice and goes on to the sign-in. */
export function chooseBrand(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt }) => {
    const chosen = formOf(c).get('brand')
    const brand = brandsIn(attempt.request.country).find(({ id }) => id === chosen)
    if (brand === undefined) return seePage(c, attempt, 'brand')
    attempt.brandId = brand.id
    // An account at another brand is another account.
    delete attempt.email
    delete attempt.carMakerAgreed
    return proceed(c, attempt)
  })
}
