// Goes through a list of the provider page by page.

import { valueAt } from './read-json.ts'
import { readable } from './readable.ts'

// A filter may leave pages without items, but not many in a row.
const mostEmptyPages = 10

/**
 * Yields the items of every page, one page in memory at a time.
 *
 * Of `links.next` only the query is used: the token must not follow a link to another host. A filter of
 * the first page stays on every page: without it the list would be about everybody.
 *
 * @param first the address of the first page.
 * @param read reads a page.
 * @param what the list as it is called in messages.
 * @throws {SmartcarApiError} for a list that cannot be read to its end. A part that is taken for the whole
 * would make a connection that is further on look gone.
 */
export async function* allPages(
  first: URL,
  read: (page: URL) => Promise<unknown>,
  what: string,
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>()
  let emptyPages = 0
  let page: URL | undefined = first
  while (page !== undefined) {
    const isNew = !seen.has(page.search)
    readable(isNew && emptyPages < mostEmptyPages ? page : undefined, what)
    seen.add(page.search)
    const answer = await read(page)
    const data = valueAt(answer, 'data')
    const items: readonly unknown[] = readable(Array.isArray(data) ? data : undefined, what)
    yield* items
    emptyPages = items.length === 0 ? emptyPages + 1 : 0
    page = nextPage(first, page, valueAt(answer, 'links', 'next'), what)
  }
}

function nextPage(first: URL, current: URL, link: unknown, what: string): URL | undefined {
  if (link === undefined || link === null) return undefined
  const isAddress = typeof link === 'string' && URL.canParse(link, current.href)
  const { searchParams } = new URL(readable(isAddress ? link : undefined, what), current)
  const next = new URL(first)
  for (const [name, value] of searchParams) {
    if (!name.startsWith('filter[')) next.searchParams.set(name, value)
  }
  return next
}
