// The page for a brand that does not connect in a web page.

import { html } from 'hono/html'
import type { Brand } from '../world/brands.ts'
import { type ConnectPage, connectTop } from './connect-top.ts'
import { noticePage } from './notice-page.ts'

/** Says that the brand does not connect in a web page, and leads back to the brands. */
export function noWebPage(given: ConnectPage, brand: Brand): Promise<Response> {
  const { words, basePath, attemptId } = given
  const back = `${basePath}/connect/brand?attempt=${encodeURIComponent(attemptId)}`
  return noticePage({
    ...given,
    top: connectTop(given, 2),
    title: words.noWebTitle(brand.name),
    body: words.noWebBody,
    more: html`<p><a class="button" href="${back}">${words.anotherBrand}</a></p>`,
  })
}
