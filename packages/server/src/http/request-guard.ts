// Decides from the headers alone whether a POST can only have come from a page of the app.

/**
 * Why a request was refused. It goes to events, never to the caller.
 *
 * - `method`: the method is not POST.
 * - `content_type`: the content type is not exactly `application/json`.
 * - `custom_header`: `X-Smartcar-Connect` is not `1`.
 * - `origin`: the `Origin` header is missing or not one of the allowed origins.
 * - `fetch_site`: `Sec-Fetch-Site` says that another site sent the request, or that nobody did.
 * - `idempotency_key`: `Idempotency-Key` is missing or not 22 to 64 characters of base64url.
 * - `body_size`: the body is longer than 4 KiB.
 * - `body_shape`: the body is not a JSON object of the known fields, or could not be read.
 * - `grant_kind`: no callback is configured for this kind of grant.
 * - `code_reused`: this code came with another key before, or this key with another code.
 * - `no_session`: `appSession` found nobody signed in.
 * - `session_mismatch`: no started session belongs to this key, this app session and this browser.
 * - `setup_mismatch`: the session was started for another provider, application or redirect URI.
 */
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

/** A request that was refused before anything was sent to the provider. */
export type Refusal = {
  /** Every result that is not a success has this. */
  ok: false
  /** The HTTP status that the caller gets. */
  status: 400 | 401 | 403 | 405 | 409 | 413 | 415
  /** The reason that only events tell. */
  reason: RefusalReason
}

/**
 * Checks method, content type, custom header, origin and fetch metadata, in this order.
 *
 * None of these checks is enough alone: a form can post, a body without a type has no content type,
 * and old browsers send no `Sec-Fetch-Site`. Together they leave only scripts of an allowed origin.
 *
 * @param origins the exact origins that may call, such as `https://app.example.com`.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function guardRequest(
  request: Request,
  origins: ReadonlySet<string>,
): { ok: true } | Refusal {
  const { headers } = request
  if (request.method !== 'POST') return { ok: false, status: 405, reason: 'method' }
  if (headers.get('content-type') !== 'application/json') {
    return { ok: false, status: 415, reason: 'content_type' }
  }
  if (headers.get('x-smartcar-connect') !== '1') {
    return { ok: false, status: 403, reason: 'custom_header' }
  }
  if (!origins.has(headers.get('origin') ?? '')) {
    return { ok: false, status: 403, reason: 'origin' }
  }
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') {
    return { ok: false, status: 403, reason: 'fetch_site' }
  }
  return { ok: true }
}
