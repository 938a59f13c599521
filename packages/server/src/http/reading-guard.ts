// Decides from the headers alone whether a GET can only have come from a page of the app.

import type { Refusal } from '../problems/refusal.ts'

/**
 * Checks a reading request: the custom header where scripts can set it, and that no foreign page sent it.
 *
 * A request without `Origin` is of the same origin or of no page. `EventSource` sets no headers, so for it
 * fetch metadata decide; a browser without them is refused.
 *
 * @param isEvents whether the request opens a stream of events.
 */
export function guardReading(
  { method, headers }: Request,
  origins: ReadonlySet<string>,
  isEvents: boolean,
): { ok: true } | Refusal {
  if (method !== 'GET') return { ok: false, status: 405, reason: 'method' }
  const origin = headers.get('origin')
  if (origin !== null && !origins.has(origin)) return { ok: false, status: 403, reason: 'origin' }
  const site = headers.get('sec-fetch-site')
  if (
    isEvents ? site !== 'same-origin' : site !== null && site !== 'same-origin' && origin === null
  ) {
    return { ok: false, status: 403, reason: 'fetch_site' }
  }
  if (!isEvents && headers.get('x-smartcar-connect') !== '1') {
    return { ok: false, status: 403, reason: 'custom_header' }
  }
  return { ok: true }
}
