// Reads the body of a page's request, or says why it cannot be read.

import type { Refusal } from '../problems/refusal.ts'
import { maxPostedBytes } from './posted-values.ts'
import { readBody } from './read-body.ts'

const timeoutMs = 10_000

/** Says whether a body was announced, although none of it is left to read. */
function wasReadBefore({ headers }: Request): boolean {
  return Number(headers.get('content-length') ?? 0) > 0 || headers.has('transfer-encoding')
}

/**
 * Reads at most 8 KiB within 10 seconds.
 *
 * A body parser that is mounted in front leaves nothing to read. That is a mistake of the app and not
 * of the page, so it has a reason of its own.
 */
export async function readRequestBody(
  request: Request,
): Promise<{ ok: true; bytes: Uint8Array } | Refusal> {
  if (request.bodyUsed || request.body?.locked) {
    return { ok: false, status: 500, reason: 'body_read' }
  }
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeoutMs)
  try {
    const bytes = await readBody(request.body, maxPostedBytes, late.signal)
    if (bytes === undefined) return { ok: false, status: 413, reason: 'body_size' }
    if (bytes.length > 0 || !wasReadBefore(request)) return { ok: true, bytes }
    return { ok: false, status: 500, reason: 'body_read' }
  } catch {
    if (late.signal.aborted) return { ok: false, status: 408, reason: 'body_timeout' }
    // A body that breaks off is answered like one of a wrong form.
    return { ok: false, status: 400, reason: 'body_shape' }
  } finally {
    clearTimeout(timer)
  }
}
