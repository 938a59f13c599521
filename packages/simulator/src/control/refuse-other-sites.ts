// Keeps other sites from changing the simulator while somebody works with it.

import type { Next } from 'hono'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'

/** Answers 403 when a page of another site wants to move the clock, choose a scenario or reset. */
export async function refuseOtherSites(
  c: SimulatorContext,
  next: Next,
): Promise<Response | undefined> {
  if (c.req.method !== 'GET' && c.req.header('Sec-Fetch-Site') === 'cross-site') {
    return jsonResponse({ error: 'Control requests from another site are refused.' }, 403)
  }
  await next()
  return undefined
}
