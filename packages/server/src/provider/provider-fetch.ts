// The one way to the provider: a deadline, a size limit, no redirects, JSON only.

import { readBody } from '../http/read-body.ts'
import type { Deadline } from '../timing/deadline.ts'
import { isNeverSent, ProviderError } from './provider-error.ts'
import { retryAfterMs } from './retry-after.ts'

/** Sends a request: the global `fetch`, or the simulator's in a test. */
export type Fetch = (request: Request) => Promise<Response>

/** How long one call may take, in milliseconds. */
export const callDeadlineMs = 10_000

const usualBytes = 64 * 1024

/** JSON, also by the names that JSON:API and problem documents have for it. */
function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(;|$)/i.test(
    response.headers.get('content-type') ?? '',
  )
}

async function receive(
  fetch: Fetch,
  request: Request,
  host: string,
  maxBytes: number,
): Promise<Response> {
  const response = await fetch(request)
  const { status } = response
  const details = { host, status, retryAfterMs: retryAfterMs(response.headers) }
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    // A redirect that is followed could carry the client secret to another host.
    throw new ProviderError(
      'broken',
      'The provider answered with a redirect; it was not followed.',
      details,
    )
  }
  const body = await readBody(response.body, maxBytes)
  if (body === undefined) {
    throw new ProviderError(
      'broken',
      `The provider's answer was longer than ${maxBytes} bytes.`,
      details,
    )
  }
  if (status === 204) return new Response(null, { status: 204 })
  if (!isJson(response)) {
    throw new ProviderError(
      'broken',
      `The provider answered ${status} without JSON, so the answer cannot be read.`,
      details,
    )
  }
  const headers = new Headers({ 'content-type': 'application/json' })
  const waitMs = details.retryAfterMs
  if (waitMs !== undefined) headers.set('retry-after', String(Math.ceil(waitMs / 1000)))
  const requestId = response.headers.get('sc-request-id')
  if (requestId !== null) headers.set('sc-request-id', requestId)
  return new Response(body, { status, headers })
}

/** What one call may take. */
export type CallLimits = {
  /** Milliseconds until the answer is complete. @default 10000 */
  deadlineMs?: number
  /** Bytes of the answer after decompression. @default 65536 */
  maxBytes?: number
}

/** The limits of a call that is one of several within a deadline. */
export function withinCall(deadline: Deadline): CallLimits {
  return { deadlineMs: Math.min(deadline.remainingMs(), callDeadlineMs) }
}

/**
 * Sends a request to the provider and returns its whole answer.
 *
 * The answer must be complete in time, not too large, and JSON (or a 204). Redirects are refused. Of
 * the headers only the content type and the request id are returned, and `Retry-After` in seconds.
 *
 * @throws {ProviderError} saying whether the request may have been carried out.
 */
export async function providerFetch(
  fetch: Fetch,
  url: URL,
  init: Omit<RequestInit, 'redirect' | 'signal'>,
  { deadlineMs: waitMs = callDeadlineMs, maxBytes = usualBytes }: CallLimits = {},
): Promise<Response> {
  const { host } = url
  const deadline = new AbortController()
  const request = new Request(url, { ...init, redirect: 'manual', signal: deadline.signal })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `The provider gave no complete answer in ${Math.round(waitMs)} ms.`
      const error = new ProviderError('timeout', message, { host })
      deadline.abort(error)
      reject(error)
    }, waitMs)
  })
  try {
    // The race ends the wait even when a `fetch` ignores its signal.
    return await Promise.race([receive(fetch, request, host, maxBytes), late])
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause
    if (deadline.signal.aborted) throw deadline.signal.reason
    throw isNeverSent(cause)
      ? new ProviderError('unreachable', 'The provider could not be reached; nothing was sent.', {
          host,
          cause,
        })
      : new ProviderError(
          'broken',
          'The connection to the provider broke before its answer ended.',
          { host, cause },
        )
  } finally {
    clearTimeout(timer)
  }
}
