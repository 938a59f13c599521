// The first page: choose the brand.

import { html } from 'hono/html'
import type { Brand } from '../world/brands.ts'
import { attemptField, type ConnectPage, connectTop } from './connect-top.ts'
import { page } from './page.ts'

/** Shows the brands as buttons, each named exactly as the brand, with a search that needs no script. */
export function brandPage(
  given: ConnectPage,
  brands: readonly Brand[],
  query: string,
): Promise<Response> {
  const { words, basePath, attemptId, application } = given
  const wanted = plain(query)
  const found = brands.filter(brand => plain(brand.name).includes(wanted))
  const tiles = found.map(
    brand => html`<li><button class="tile" type="submit" name="brand" value="${brand.id}">
<span class="initial" aria-hidden="true">${brand.name.slice(0, 1)}</span>${brand.name}</button></li>`,
  )
  return page({
    words,
    basePath,
    title: words.brandTitle,
    top: connectTop(given, 1),
    content: html`<h1>${words.brandTitle}</h1>
<p class="lead">${words.brandIntro(application)}</p>
<form class="search" method="get" action="${basePath}/connect/brand" role="search">
${attemptField(attemptId)}
<label class="hidden" for="q">${words.searchLabel}</label>
<input id="q" name="q" type="search" value="${query}" placeholder="${words.searchLabel}" autocomplete="off">
<button type="submit">${words.search}</button>
</form>
${
  found.length === 0
    ? html`<p role="status">${words.noBrand(query)}</p>`
    : html`<form method="post" action="${basePath}/connect/brand">
${attemptField(attemptId)}
<ul class="tiles">${tiles}</ul>
</form>`
}
${
  wanted !== '' &&
  html`<p><a href="${basePath}/connect/brand?attempt=${encodeURIComponent(attemptId)}">${words.showAll}</a></p>`
}`,
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
}
