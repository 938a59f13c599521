// Turns a stored or fresh outcome into the response for the browser.

import type { Outcome } from '../stores/outcome.ts'

/**
 * Makes the response: never cached, never sniffed for another type.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9111#section-5.2.2.5
 */
export function outcomeResponse({ status, body }: Outcome): Response {
  const headers = new Headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  if (body !== null) {
    headers.set('content-type', status < 400 ? 'application/json' : 'application/problem+json')
  }
  if (status === 405) headers.set('allow', 'POST')
  if (status === 503) headers.set('retry-after', '5')
  if (status === 429) headers.set('retry-after', '60')
  return new Response(body, { status, headers })
}
