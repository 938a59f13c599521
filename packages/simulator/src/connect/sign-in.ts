// /connect/sign-in: the account at the brand.

import { html } from 'hono/html'
import { formOf, type SimulatorContext } from '../http/context.ts'
import { type ConnectPage, connectTop } from '../pages/connect-top.ts'
import { noticePage } from '../pages/notice-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import type { Brand } from '../world/brands.ts'
import { withAttempt } from './attempt.ts'
import { proceed } from './proceed.ts'
import { seePage, sendAtHop } from './see-page.ts'

/** Shows the sign-in form, or that the brand does not connect in a web page. */
export function showSignIn(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(c, attempt, 'brand')
    if (!brand.web) return noWebPage(shown, brand)
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
    attempt.email = email
    delete attempt.carMakerAgreed
    return proceed(c, attempt)
  })
}

function noWebPage(shown: ConnectPage, brand: Brand): Promise<Response> {
  const { words, basePath, attemptId } = shown
  const back = `${basePath}/connect/brand?attempt=${encodeURIComponent(attemptId)}`
  return noticePage({
    words,
    basePath,
    top: connectTop(shown, 2),
    title: words.noWebTitle(brand.name),
    body: words.noWebBody,
    more: html`<p><a class="button" href="${back}">${words.anotherBrand}</a></p>`,
  })
}
