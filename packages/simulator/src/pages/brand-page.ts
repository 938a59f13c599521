// The first page: who asks and how it works, and the choice of the brand.

import { html } from 'hono/html'
import type { Brand } from '../world/brands.ts'
import { attemptField, type ConnectPage, connectTop } from './connect-top.ts'
import { type Html, page } from './page.ts'

/** What the first page shows. */
export type BrandPage = {
  /** The brands to choose from, in the order of their ids. */
  readonly brands: readonly Brand[]
  /** What was searched for. Empty shows all. */
  readonly query: string
  /** Whether the person comes here for the first time, and so reads who asks and how it works. */
  readonly isFirst: boolean
}

// Ranges of letters of about the same length. The last letter counts.
const ranges: readonly (readonly [first: string, last: string])[] = [
  ['A', 'C'],
  ['D', 'H'],
  ['I', 'M'],
  ['N', 'R'],
  ['S', 'Z'],
]

/**
 * Shows the brands as buttons, each named exactly as the brand, with a search and links to letters
 * that need no script. After a search the first brand found has the focus.
 */
export function brandPage(given: ConnectPage, shown: BrandPage): Promise<Response> {
  const { words, basePath, attemptId, application } = given
  const { brands, query, isFirst } = shown
  const wanted = plain(query)
  const isSearch = wanted !== ''
  const found = brands.filter(({ name, aliases }) =>
    [name, ...aliases].some(called => plain(called).includes(wanted)),
  )
  return page({
    ...given,
    title: words.brandTitle,
    top: connectTop(given, 1),
    content: html`<h1>${words.brandTitle}</h1>
<p class="lead">${words.brandIntro(application)}</p>
${isFirst && intro(given)}
<form class="search" method="get" action="${basePath}/connect/brand" role="search">
${attemptField(attemptId)}
<label class="hidden" for="brand-search">${words.searchLabel}</label>
<input id="brand-search" name="q" type="search" dir="auto" value="${query}" placeholder="${words.searchLabel}" autocomplete="off"${found.length === 0 && html` autofocus`}>
<button type="submit">${words.search}</button>
</form>
${!isSearch && letters(given, found)}
${
  found.length === 0
    ? html`<p role="status">${words.noBrand(query)}</p>`
    : html`<form method="post" action="${basePath}/connect/brand">
${attemptField(attemptId)}
<ul class="tiles">${found.map((brand, index) => tile(brand, isSearch && index === 0))}</ul>
</form>`
}
${
  isSearch &&
  html`<p><a href="${basePath}/connect/brand?attempt=${encodeURIComponent(attemptId)}&amp;q=">${words.showAll}</a></p>`
}`,
  })
}

/**
 * The card that the provider shows as a page of its own. Here the brands are below it, so that it
 * costs nobody a click; *Continue* puts it away without a request and without a script.
 */
function intro({ words, application }: ConnectPage): Html {
  return html`<dialog class="intro" open aria-labelledby="intro">
<p id="intro">${words.introHow(application)}</p>
<form method="dialog"><button id="continue-button" type="submit">${words.introContinue}</button></form>
</dialog>`
}

/** Links that give the focus to the first brand of some letters. */
function letters({ words }: ConnectPage, brands: readonly Brand[]): Html {
  const links = ranges.map(([first, last]) => {
    const brand = brands.find(({ id }) => id.slice(0, 1) >= first && id.slice(0, 1) <= last)
    return brand && html`<li><a href="#${brand.id}">${first}–${last}</a></li>`
  })
  return html`<nav aria-label="${words.jump}"><ul class="letters">${links}</ul></nav>`
}

// The ids and the class of the provider's page, which the suites of the official SDKs click.
function tile({ id, name }: Brand, hasFocus: boolean): Html {
  return html`<li><button class="tile brand-list-item" id="${id}" type="submit" name="brand" value="${id}"${hasFocus && html` autofocus`}>
<span class="initial" aria-hidden="true">${name.slice(0, 1)}</span>${name}</button></li>`
}

/** Letters and digits alone, so that accents, spaces and hyphens need not be written. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
