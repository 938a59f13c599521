// Reads the address and the body of every request, and refuses what is far too large.

import type { Next } from 'hono'
import type { SimulatorContext } from './context.ts'
import { jsonResponse } from './json-response.ts'

// 64 KiB, several times what any honest request needs.
const bodyLimitBytes = 65_536
// What Node takes as the first line and headers of a request.
const addressLimit = 16_384

/** Keeps the address and the body for the handlers, or answers 413 or 414. */
export async function readRequest(c: SimulatorContext, next: Next): Promise<Response | undefined> {
  const isTooLong = c.req.url.length > addressLimit
  c.set('url', new URL(isTooLong ? (c.req.url.split('?', 1)[0] ?? '') : c.req.url))
  c.set('body', '')
  if (isTooLong) return jsonResponse({ error: 'address_too_long' }, 414)
  const body = await readBody(c.req.raw)
  if (body === undefined) return jsonResponse({ error: 'body_too_large' }, 413)
  c.set('body', body)
  await next()
  return undefined
}

/** The body as text, or `undefined` as soon as it is known to be too large. */
async function readBody(request: Request): Promise<string | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return ''
  // A body that says how long it is need not be read to be refused.
  if (Number(request.headers.get('Content-Length') ?? 0) > bodyLimitBytes) return undefined
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > bodyLimitBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
