// Reads the address and the body of every request, and refuses a body that is far too large.

import type { Next } from 'hono'
import type { SimulatorContext } from './context.ts'
import { jsonResponse } from './json-response.ts'

// 64 KiB, several times what any honest request needs.
const bodyLimitBytes = 65_536

/** Keeps the address and the body for the handlers, or answers 413. */
export async function readRequest(c: SimulatorContext, next: Next): Promise<Response | undefined> {
  const { method } = c.req
  c.set('url', new URL(c.req.url))
  c.set('body', '')
  if (method !== 'GET' && method !== 'HEAD') {
    // A body that says how long it is need not be read to be refused.
    const isTooLarge = Number(c.req.header('Content-Length') ?? 0) > bodyLimitBytes
    const body = isTooLarge ? '' : await c.req.text()
    if (isTooLarge || body.length > bodyLimitBytes) {
      return jsonResponse({ error: 'body_too_large' }, 413)
    }
    c.set('body', body)
  }
  await next()
  return undefined
}
