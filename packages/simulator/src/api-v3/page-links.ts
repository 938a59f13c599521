// Lists of version 3 come in pages: which one was asked for, and where the others are.

import type { Fault } from '../world/fault.ts'

/** Which page of a list, from 1, and how many items a page has. */
export type Page = { readonly number: number; readonly size: number }

/** The page that a request asks for, or what is wrong with it. */
export type AskedPage =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly fault: Fault }

/** Filters by their names, such as `filter[userId]`. */
export type Filters = readonly (readonly [name: string, value: string])[]

/** The addresses of the pages. `next` and `prev` are null at the ends. */
export type PageLinks = {
  readonly self: string
  readonly first: string
  readonly last: string
  readonly next: string | null
  readonly prev: string | null
}

/** The largest page. The provider's is not known; clients ask for 50 and 100. */
const largestSize = 100

/** Reads `page[number]` and `page[size]`. */
export function readPage(query: URLSearchParams, usualSize: number): AskedPage {
  const number = wholeNumber(query.get('page[number]') ?? '1', 100_000)
  const size = wholeNumber(query.get('page[size]') ?? String(usualSize), largestSize)
  if (number !== undefined && size !== undefined) return { ok: true, page: { number, size } }
  const description = `page[number] must be a number from 1, page[size] one from 1 to ${largestSize}.`
  return { ok: false, fault: { type: 'VALIDATION', description } }
}

/**
 * Writes the links of a list, with brackets percent-encoded.
 *
 * @param address of the list, without a query.
 * @param filters the filters that count, in the order of the links.
 */
export function pageLinks(
  address: string,
  filters: Filters,
  { number, size }: Page,
  totalCount: number,
): PageLinks {
  const last = Math.max(1, Math.ceil(totalCount / size))
  function link(page: number): string {
    const query = new URLSearchParams([
      ['page[number]', String(page)],
      ['page[size]', String(size)],
    ])
    for (const [name, value] of filters) query.append(name, value)
    return `${address}?${query}`
  }
  return {
    self: link(number),
    first: link(1),
    last: link(last),
    next: number < last ? link(number + 1) : null,
    prev: number > 1 ? link(number - 1) : null,
  }
}

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
