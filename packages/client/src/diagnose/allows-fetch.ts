// Whether the policies of a page let it ask an address.

import { allowsAddress, directivesOf } from './allows-script.ts'
import type { PageFacts } from './facts.ts'
import { policiesIn } from './page-scripts.ts'

/**
 * Judges the policies of the header and of the `<meta>` elements.
 *
 * @param page `undefined` where nobody could look: then everything counts as allowed
 * @see https://www.w3.org/TR/CSP3/#directive-connect-src
 */
export function allowsFetch(page: PageFacts | undefined, address: URL): boolean {
  if (!page) return true
  const header = page.headers.get('Content-Security-Policy') ?? ''
  return [...header.split(','), ...policiesIn(page.text)].every(policy => {
    const directives = directivesOf(policy)
    const sources = directives.get('connect-src') ?? directives.get('default-src')
    return (
      !sources ||
      sources.some(source => allowsAddress(source.toLowerCase(), address, new URL(page.url)))
    )
  })
}
