// Decides from the headers alone whether a POST can only have come from the app's own page.

/** Why a request was refused: for events and logs, never for the caller. */
export type RefusalReason =
  | 'method'
  | 'content_type'
  | 'custom_header'
  | 'origin'
  | 'fetch_site'
  | 'idempotency_key'
  | 'body_size'
  | 'body_shape'
  | 'grant_kind'
  | 'code_reused'
  | 'no_session'
  | 'session_mismatch'
  | 'setup_mismatch'

/** A refusal: the status that goes out and the reason that stays in. */
export type Refusal = { status: 400 | 401 | 403 | 405 | 409 | 413 | 415; reason: RefusalReason }

/**
 * Checks method, content type, custom header, origin and fetch metadata, in this order.
 *
 * No one of them is enough: a form can post, an untyped body has no content type, and old browsers
 * send no `Sec-Fetch-Site`. Together they leave only a script of an allowed origin.
 *
 * @param origins the exact origins that may call, such as `https://app.example.com`.
 * @returns the refusal, or `undefined` when the request may go on.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function refuseForeign(request: Request, origins: ReadonlySet<string>): Refusal | undefined {
  const { headers } = request
  if (request.method !== 'POST') return { status: 405, reason: 'method' }
  if (headers.get('content-type') !== 'application/json') {
    return { status: 415, reason: 'content_type' }
  }
  if (headers.get('x-smartcar-connect') !== '1') return { status: 403, reason: 'custom_header' }
  if (!origins.has(headers.get('origin') ?? '')) return { status: 403, reason: 'origin' }
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return { status: 403, reason: 'fetch_site' }
  return undefined
}
