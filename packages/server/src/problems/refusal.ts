// The refusals of the handlers: each with its status, and a reason that only events tell.

/**
 * Why a request was refused. It goes to events, never to the caller.
 *
 * - `method`: the method is not POST.
 * - `content_type`: the content type is not `application/json`.
 * - `custom_header`: `X-Smartcar-Connect` is not `1`.
 * - `origin`: the `Origin` header is missing or not one of the allowed origins.
 * - `fetch_site`: `Sec-Fetch-Site` says that no page sent the request.
 * - `cross_site`: a page of another site asked for a started session, whose cookie browsers keep from it.
 * - `idempotency_key`: `Idempotency-Key` is missing or not 22 to 64 characters of base64url.
 * - `body_size`: the body is longer than 8 KiB.
 * - `body_shape`: the body is not a JSON object of the known fields, or could not be read.
 * - `body_read`: something in front of the handler, such as a body parser, has read the body already.
 * - `body_timeout`: the body did not end within 10 seconds.
 * - `grant_kind`: no callback is configured for this kind of grant.
 * - `kind_mismatch`: the session was started for another kind of grant.
 * - `too_many`: this `limitKey` had 20 grants within a minute that came to nothing.
 * - `code_reused`: this code came with another key before, or this key with another code.
 * - `no_session`: `appSession` found nobody signed in.
 * - `session_mismatch`: no started session belongs to this key, this app session and this browser.
 * - `not_yours`: the vehicle is not one of this user's, or it was disconnected.
 * - `setup_mismatch`: the session was started for another provider, application or redirect URI.
 */
export type RefusalReason =
  | 'method'
  | 'content_type'
  | 'custom_header'
  | 'origin'
  | 'fetch_site'
  | 'cross_site'
  | 'idempotency_key'
  | 'body_size'
  | 'body_shape'
  | 'body_read'
  | 'body_timeout'
  | 'grant_kind'
  | 'kind_mismatch'
  | 'too_many'
  | 'code_reused'
  | 'no_session'
  | 'session_mismatch'
  | 'not_yours'
  | 'setup_mismatch'

/** A request that was refused before anything was sent to the provider. */
export type Refusal = {
  /** Every result that is not a success has this. */
  ok: false
  /** The HTTP status that the caller gets. */
  status: 400 | 401 | 403 | 405 | 408 | 409 | 413 | 415 | 429 | 500
  /** The reason that only events tell. */
  reason: RefusalReason
}
