// Reads what the headers of the backend's answer say, however they are written.

/**
 * Whether a `Content-Type` is one of JSON: `application/json`, `text/json`, or any type that ends in
 * `+json`, with parameters or without.
 *
 * @see https://mimesniff.spec.whatwg.org/#json-mime-type
 */
export function isJson(contentType: string): boolean {
  return /^((application|text)\/|[^\s;,]+\/[^\s;,]+\+)json\s*(;|$)/i.test(contentType)
}

/**
 * Whether a `Content-Type` is that of a problem document.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9457#section-3
 */
export function isProblem(contentType: string): boolean {
  return /^application\/problem\+json\s*(;|$)/i.test(contentType)
}

/**
 * The seconds until the backend wants to be asked again, by its `Retry-After`: a number of seconds, or
 * a date, which is compared with the backend's own clock where it tells the time.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9110#section-10.2.3
 */
export function secondsUntilRetry(headers: Headers): number | undefined {
  const retryAfter = headers.get('Retry-After') ?? ''
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter)
  const nowMs = dateMs(headers.get('Date')) ?? Date.now()
  const atMs = dateMs(retryAfter)
  return atMs === undefined ? undefined : Math.max(0, Math.ceil((atMs - nowMs) / 1000))
}

// `Date.parse` alone takes almost anything for a date.
function dateMs(text: string | null): number | undefined {
  const ms = text?.endsWith(' GMT') ? Date.parse(text) : NaN
  return Number.isNaN(ms) ? undefined : ms
}
