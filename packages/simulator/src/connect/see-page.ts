// Sends the person to a page of the attempt.

import type { SimulatorContext } from '../http/context.ts'
import { otherOrigin } from '../http/other-origin.ts'
import { seeOther } from '../http/see-other.ts'
import type { Attempt } from '../memory/attempt.ts'
import type { Page } from './page.ts'

const paths: Readonly<Record<Page, string>> = {
  brand: '/connect/brand',
  'sign-in': '/connect/sign-in',
  incompatible: '/connect/incompatible',
  'car-maker': '/car-maker/consent',
  vehicles: '/connect/vehicles',
}

/** Sends the person to a page. The car maker's is on another origin than all the others. */
export function seePage(c: SimulatorContext, attempt: Attempt, page: Page): Response {
  const home = new URL(attempt.origin)
  const target = page === 'car-maker' ? otherOrigin(home) : home.origin
  const origin = target === c.get('url').origin ? '' : target
  const query = `attempt=${encodeURIComponent(attempt.id)}`
  return seeOther(`${origin}${c.env.basePath}${paths[page]}?${query}`)
}
