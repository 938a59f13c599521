// Decides from the headers alone whether a POST can only have come from a page of the app.

import type { Refusal } from '../problems/refusal.ts'
import { isJsonMediaType } from './media-type.ts'

// `none` is a person who typed the address, so no page of the app sent the request.
const sites = ['same-origin', 'same-site', 'cross-site']

/**
 * Checks method, content type, custom header, origin and fetch metadata, in this order. The handlers of
 * this package do so themselves; an endpoint of the app that changes something for its user can, too.
 *
 * None of these checks is enough alone: a form can post, a body without a type has no content type,
 * and old browsers send no `Sec-Fetch-Site`. Together they leave only scripts of an allowed origin.
 * The exact origin decides: a page of the app may be on another host than this endpoint.
 *
 * @returns `{ ok: true }`, or the status to answer with and why. Never throws, and reads no body.
 * @param origins the exact origins that may call, such as `https://app.example.com`.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function guardRequest(
  request: Pick<Request, 'method' | 'headers'>,
  origins: ReadonlySet<string>,
): { ok: true } | Refusal {
  const { headers } = request
  // The preflights of pages that may call were answered before.
  if (request.method === 'OPTIONS' && headers.has('access-control-request-method')) {
    return { ok: false, status: 405, reason: 'origin' }
  }
  if (request.method !== 'POST') return { ok: false, status: 405, reason: 'method' }
  if (!isJsonMediaType(headers.get('content-type'))) {
    return { ok: false, status: 415, reason: 'content_type' }
  }
  if (headers.get('x-smartcar-connect') !== '1') {
    return { ok: false, status: 403, reason: 'custom_header' }
  }
  if (!origins.has(headers.get('origin') ?? '')) {
    return { ok: false, status: 403, reason: 'origin' }
  }
  const site = headers.get('sec-fetch-site')
  if (site !== null && !sites.includes(site)) {
    return { ok: false, status: 403, reason: 'fetch_site' }
  }
  return { ok: true }
}
