// Hands the grant to the developer's backend, once, within a deadline.

import { ConnectError, type ConnectErrorDetails } from './errors.ts'
import type { FullGrant } from './grant.ts'

/** An endpoint of the app's own that takes the grant as JSON, with more than its address to say. */
export type ExchangeEndpoint = {
  url: string
  headers?: Readonly<Record<string, string>>
  /** @default 'same-origin' */
  credentials?: RequestCredentials
}

/**
 * Where the grant goes: the address of an endpoint, or a function that does the sending.
 * A function must not let the code out to state, logs or addresses.
 */
export type Exchange<T> =
  | string
  | ExchangeEndpoint
  | ((grant: FullGrant, context: { signal: AbortSignal }) => Promise<T>)

const deadlineMs = 15_000

/**
 * Sends the grant and reads what the backend makes of it. Never tries again by itself.
 *
 * @param id the session's id, sent as `Idempotency-Key`: a backend answers a repeat with the first outcome
 * @param signal ends the request early
 * @throws {ConnectError} `exchange_failed`, `exchange_timeout` or `network_error`
 */
export async function exchangeGrant<T>(
  exchange: Exchange<T>,
  grant: FullGrant,
  id: string,
  signal: AbortSignal,
): Promise<T> {
  const deadline = new AbortController()
  const abort = () => deadline.abort()
  const timer = setTimeout(abort, deadlineMs)
  signal.addEventListener('abort', abort)
  const late = new Promise<never>((_, reject) => {
    deadline.signal.addEventListener('abort', () =>
      reject(new ConnectError('exchange_timeout', 'The backend did not answer in 15 seconds.')),
    )
  })
  try {
    return await Promise.race([
      late,
      typeof exchange === 'function'
        ? exchange(grant, { signal: deadline.signal })
        : post<T>(exchange, grant, id, deadline.signal),
    ])
  } catch (cause) {
    if (cause instanceof ConnectError) throw cause
    throw new ConnectError('exchange_failed', 'The exchange function failed.', { cause })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

async function post<T>(
  endpoint: string | ExchangeEndpoint,
  grant: FullGrant,
  id: string,
  signal: AbortSignal,
): Promise<T> {
  const {
    url,
    headers,
    credentials = 'same-origin',
  } = typeof endpoint === 'string' ? { url: endpoint } : endpoint
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'X-Smartcar-Connect': '1',
      'Idempotency-Key': id,
    },
    body: JSON.stringify(grant),
    credentials,
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch(cause => {
    throw new ConnectError('network_error', 'The backend could not be reached.', { cause })
  })
  const { status, ok } = response
  if (status === 204) return undefined as T
  const type = response.headers.get('Content-Type') ?? ''
  const json = /^application\/([\w.-]+\+)?json\b/i.test(type)
  const body = json ? await response.json().catch(() => undefined) : undefined
  if (ok && body !== undefined) return body
  const details: ConnectErrorDetails = { status }
  if (/problem/i.test(type) && body) details.problem = body
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN)
  if (wait >= 0) details.retryAfterSeconds = wait
  throw new ConnectError(
    'exchange_failed',
    ok ? 'The backend answered with something else than JSON.' : `The backend answered ${status}.`,
    details,
  )
}
