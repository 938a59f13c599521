// /connect/sign-in: the account at the brand.

import { formOf, type SimulatorContext } from '../http/context.ts'
import { cut } from '../memory/cut.ts'
import { noWebPage } from '../pages/no-web-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { connectsInBrowser } from '../world/brands.ts'
import { withAttempt } from './attempt.ts'
import { proceed } from './proceed.ts'
import { seePage } from './see-page.ts'
import { sendAtHop } from './send-at-hop.ts'

/** Shows the sign-in form, or that live cars of the brand do not connect in a web page. */
export function showSignIn(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(c, attempt, 'brand')
    if (!connectsInBrowser(brand, attempt.request.mode)) return noWebPage(shown, brand)
    return sendAtHop(c, attempt, 'sign-in', signInPage(shown, brand, attempt.email ?? '', false))
  })
}

/** Accepts any email and password; some emails end the attempt (see `accountOf`). */
export function signIn(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(c, attempt, 'brand')
    const form = formOf(c)
    const email = (form.get('email') ?? '').trim().slice(0, 254)
    if (email === '' || (form.get('password') ?? '') === '') {
      return signInPage(shown, brand, email, true)
    }
    attempt.email = cut(email, 254)
    delete attempt.carMakerAgreed
    return proceed(c, attempt)
  })
}
