// Hands the grant to the developer's backend, once, within a deadline.

import { ConnectError } from '../errors.ts'
import type { FullGrant } from './read-answer.ts'

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
 * @param aborter ends the request early; the deadline uses it too
 * @throws {ConnectError} `exchange_failed`, `exchange_timeout` or `network_error`
 */
export async function exchangeGrant<T>(
  exchange: Exchange<T>,
  grant: FullGrant,
  id: string,
  aborter: AbortController,
): Promise<T> {
  const { signal } = aborter
  const timer = setTimeout(() => aborter.abort(), deadlineMs)
  try {
    return await Promise.race([
      typeof exchange === 'function'
        ? exchange(grant, { signal })
        : post<T>(exchange, grant, id, signal),
      new Promise<never>((_, reject) => {
        signal.onabort = () => reject(new ConnectError('exchange_timeout'))
      }),
    ])
  } catch (cause) {
    // Only a state token expires, and this session's is used up.
    const isOurs = cause instanceof ConnectError && cause.code !== 'expired'
    throw isOurs ? cause : new ConnectError('exchange_failed', { cause })
  } finally {
    clearTimeout(timer)
  }
}

async function post<T>(
  endpoint: string | ExchangeEndpoint,
  grant: FullGrant,
  id: string,
  signal: AbortSignal,
): Promise<T> {
  const { url, headers, ...init } = typeof endpoint === 'string' ? { url: endpoint } : endpoint
  const response = await fetch(url, {
    credentials: 'same-origin',
    ...init,
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'X-Smartcar-Connect': '1',
      'Idempotency-Key': id,
    },
    body: JSON.stringify(grant),
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch(cause => {
    throw new ConnectError('network_error', { cause })
  })
  const { status, ok } = response
  if (status === 204) return undefined as T
  const type = response.headers.get('Content-Type') ?? ''
  const body = /\bjson\b/i.test(type) ? await response.json().catch(() => {}) : undefined
  if (ok && body !== undefined) return body
  throw new ConnectError('exchange_failed', {
    status,
    problem: /problem/i.test(type) ? body : undefined,
    retryAfterSeconds: Number(response.headers.get('Retry-After')) || undefined,
  })
}
