// /connect/sign-in: the account at the brand.

import { html } from 'hono/html'
import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import { otherOrigin } from '../http/other-origin.ts'
import { connectTop } from '../pages/connect-top.ts'
import { noticePage } from '../pages/notice-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import { accountOf } from '../world/account.ts'
import { leave, seePage, withAttempt } from './attempt.ts'
import { finish } from './finish.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** Shows the sign-in form, or that the brand does not connect in a web page. */
export function showSignIn(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(c, attempt, '/connect/brand')
    if (brand.web) {
      const form = signInPage(shown, brand, attempt.email ?? '', false)
      return leave(c, attempt, 'sign-in', form)
    }
    const { words, basePath, session } = shown
    const back = `${basePath}/connect/brand?session=${encodeURIComponent(session)}`
    return noticePage({
      words,
      basePath,
      top: connectTop(shown, 2),
      title: words.noWebTitle(brand.name),
      body: words.noWebBody,
      more: html`<p><a class="button" href="${back}">${words.anotherBrand}</a></p>`,
    })
  })
}

/** Takes any email and password; some emails end the flow (see `accountOf`). */
export function signIn(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(c, attempt, '/connect/brand')
    const form = formOf(c)
    const email = (form.get('email') ?? '').trim().slice(0, 254)
    if (email === '' || (form.get('password') ?? '') === '') {
      return signInPage(shown, brand, email, true)
    }
    attempt.email = email

    const scenario = scenarioNamed(attempt.request.scenario)
    const account = accountOf(email, brand, vehicleModeOf(attempt.request))
    const error = scenario.ending ?? (account.kind === 'error' ? account.error : undefined)
    if (error === 'vehicle_incompatible') {
      return seePage(c, attempt, '/connect/incompatible')
    }
    if (error !== undefined) return finish(c, attempt, { kind: 'error', error })
    if (scenario.carMakerHop) {
      return seePage(c, attempt, '/car-maker/consent', otherOrigin(c.get('url')))
    }
    return seePage(c, attempt, '/connect/vehicles')
  })
}
