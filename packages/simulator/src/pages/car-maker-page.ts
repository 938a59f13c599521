// The extra page of the car maker, on another origin.

import { html } from 'hono/html'
import type { Brand } from '../world/brands.ts'
import { attemptField, type ConnectPage } from './connect-top.ts'
import { page } from './page.ts'

/** Shows the car maker's own question. Its button leads back to where the attempt began. */
export function carMakerPage(given: ConnectPage, brand: Brand): Promise<Response> {
  const { words, basePath, attemptId } = given
  return page({
    ...given,
    title: words.carMakerTitle(brand.name),
    content: html`<div class="brand"><span class="initial" aria-hidden="true">${brand.name.slice(0, 1)}</span>
<h1>${words.carMakerTitle(brand.name)}</h1></div>
<p class="lead">${words.carMakerBody}</p>
<form method="post" action="${basePath}/car-maker/consent">
${attemptField(attemptId)}
<button class="main" type="submit">${words.carMakerContinue}</button>
</form>`,
  })
}
