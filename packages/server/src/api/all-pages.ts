// Goes through a list of the provider page by page.

import { textAt, valueAt } from './read-json.ts'

/**
 * Yields the items of every page, one page in memory at a time.
 *
 * Of `links.next` only the query is used: the token must not follow a link to another host.
 *
 * @param first the address of the first page.
 * @param read reads a page.
 */
export async function* allPages(
  first: URL,
  read: (page: URL) => Promise<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>()
  let page: URL | undefined = first
  while (page !== undefined && !seen.has(page.search)) {
    seen.add(page.search)
    const answer = await read(page)
    const data = valueAt(answer, 'data')
    if (Array.isArray(data)) yield* data
    page = nextPage(page, textAt(answer, 'links', 'next'))
  }
}

function nextPage(current: URL, link: string | undefined): URL | undefined {
  if (link === undefined || !URL.canParse(link, current.href)) return undefined
  const next = new URL(current)
  next.search = new URL(link, current).search
  return next
}
