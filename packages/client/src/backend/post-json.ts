// Sends a request to the app's backend and reads the JSON of its answer.

import type { Outcome } from '../errors.ts'
import { isJson, isProblem, secondsUntilRetry } from './response-headers.ts'

/** An endpoint of the app's backend, with more to say than its address. */
export type Endpoint = {
  /** Its address, absolute or relative to the page. */
  url: string
  /**
   * Headers to add, such as an anti-forgery token. They cannot replace those of this package, in
   * whatever case they are written.
   */
  headers?: HeadersInit | Readonly<Record<string, string>>
  /**
   * Which cookies are sent.
   *
   * @default 'same-origin'
   * @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode
   */
  credentials?: RequestCredentials
}

/**
 * Posts `body` so that no cache, redirect or referrer gets to see it.
 *
 * @param protectedHeaders headers that the endpoint's own cannot replace
 * @param signal ends the request
 * @returns the JSON of a 2xx, `undefined` for a 204; `network_error` without an answer,
 *   `exchange_failed` with any other one, and for headers that cannot be sent
 * @see https://datatracker.ietf.org/doc/html/rfc9457
 */
export function postJson<T>(
  endpoint: string | Endpoint,
  body: object,
  protectedHeaders: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  const headers = { ...protectedHeaders, 'Content-Type': 'application/json' }
  return sendJson(endpoint, { method: 'POST', body: JSON.stringify(body) }, headers, signal)
}

/**
 * Reads, in the same way.
 *
 * @returns as `postJson` does
 */
export function getJson<T>(endpoint: Endpoint, signal: AbortSignal): Promise<Outcome<T>> {
  return sendJson(endpoint, {}, {}, signal)
}

async function sendJson<T>(
  endpoint: string | Endpoint,
  content: RequestInit,
  protectedHeaders: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  const { url, headers, ...init } = typeof endpoint === 'string' ? { url: endpoint } : endpoint
  const sent = headersOf(headers, { ...protectedHeaders, 'X-Smartcar-Connect': '1' })
  if (!sent) {
    // The cause could hold the value of a header, which may be a secret.
    const message = 'A header of the endpoint has characters that HTTP does not allow.'
    return { ok: false, code: 'exchange_failed', details: { message } }
  }
  let response: Response
  try {
    response = await fetch(url, {
      credentials: 'same-origin',
      ...init,
      ...content,
      headers: sent,
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    })
  } catch (cause) {
    const message = 'The backend could not be reached.'
    return { ok: false, code: 'network_error', details: { message, cause } }
  }
  const { status, ok } = response
  if (status === 204) return { ok: true, data: undefined as T }
  const type = response.headers.get('Content-Type') ?? ''
  const data = isJson(type) ? await response.json().catch(() => {}) : undefined
  if (ok && data !== undefined) return { ok: true, data }
  const details = {
    message: `The backend answered ${status}${ok ? ', but not with JSON' : ''}.`,
    status,
    problem: isProblem(type) ? data : undefined,
    retryAfterSeconds: secondsUntilRetry(response.headers),
  }
  return { ok: false, code: 'exchange_failed', details }
}

// A plain object, as scripts in the place of `fetch` copy the headers into another one. `undefined`
// where a header cannot be sent.
function headersOf(
  own: Endpoint['headers'],
  protectedHeaders: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  try {
    const headers = new Headers(own)
    for (const [name, value] of Object.entries(protectedHeaders)) headers.set(name, value)
    return Object.fromEntries(headers)
  } catch {
    return undefined
  }
}
