// The page for an account without the one vehicle that is asked for.

import { html } from 'hono/html'
import { type ConnectPage, connectTop } from './connect-top.ts'
import { noticePage } from './notice-page.ts'

/** Says that the account has no vehicle with this VIN, and leads back to the sign-in. */
export function noMatchPage(given: ConnectPage, vin: string): Promise<Response> {
  const { words, basePath, attemptId } = given
  const again = `${basePath}/connect/sign-in?attempt=${encodeURIComponent(attemptId)}`
  return noticePage({
    ...given,
    top: connectTop(given, 3),
    title: words.noMatchTitle,
    body: words.noMatchBody(vin),
    more: html`<p><a class="button" href="${again}">${words.anotherAccount}</a></p>`,
  })
}
