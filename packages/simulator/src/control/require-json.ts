// Takes control requests only in a form that no foreign page can send.

import type { Next } from 'hono'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { isFromOwnPage } from '../http/refuse-foreign.ts'

/**
 * Answers 415 to a POST that is neither JSON nor a form of the control page: a browser asks before
 * it sends JSON to another origin, and the simulator never agrees.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export async function requireJson(c: SimulatorContext, next: Next): Promise<Response | undefined> {
  const mediaType = c.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase()
  const isTaken = mediaType === 'application/json' || isFromOwnPage(c, c.get('url'))
  if (c.req.method === 'POST' && !isTaken) {
    return jsonResponse({ error: 'Send the header Content-Type: application/json.' }, 415)
  }
  await next()
  return undefined
}
