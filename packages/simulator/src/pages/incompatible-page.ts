// The page for a car that is not supported: its details go back only if the person agrees.

import { html } from 'hono/html'
import type { Vehicle } from '../world/vehicle.ts'
import { attemptField, type ConnectPage, connectTop } from './connect-top.ts'
import { page } from './page.ts'

/** Shows which car it was and asks whether the application may know. */
export function incompatiblePage(given: ConnectPage, vehicle: Vehicle): Promise<Response> {
  const { words, basePath, attemptId, application } = given
  return page({
    ...given,
    title: words.incompatibleTitle,
    top: connectTop(given),
    content: html`<h1>${words.incompatibleTitle}</h1>
<p class="lead">${words.incompatibleBody(application)}</p>
<p class="choice fixed"><span><strong>${vehicle.make} ${vehicle.model} ${vehicle.year}</strong>
<small>${words.vin} <bdi>${vehicle.vin}</bdi></small></span></p>
<form method="post" action="${basePath}/connect/incompatible">
${attemptField(attemptId)}
<div class="decision">
<button class="main" type="submit" name="decision" value="share">${words.shareDetails}</button>
<button type="submit" name="decision" value="keep">${words.keepDetails}</button>
</div>
</form>`,
  })
}
