// Finds who answers a request, and refuses what nobody should answer.

import { routes } from '../routes.ts'
import { createRouteFinder } from './find-route.ts'
import { bodyLimitBytes } from './incoming.ts'
import { jsonResponse } from './json-response.ts'
import { providerError } from './provider-error.ts'
import type { Simulation } from './simulation.ts'

const findRoute = createRouteFinder(routes)

/** Answers a request whose path and body were read. */
export function dispatch(
  simulation: Simulation,
  request: Request,
  url: URL,
  path: string,
  body: string,
): Response | Promise<Response> {
  const { method, headers } = request
  const found = findRoute(method, path)
  if (found.kind === 'nothing') {
    const description = 'The simulator has nothing at this address.'
    return providerError('RESOURCE_NOT_FOUND', { description })
  }
  if (found.kind === 'wrong-method') {
    const Allow = found.allowed.join(', ')
    return jsonResponse({ error: 'method_not_allowed', allowed: found.allowed }, 405, { Allow })
  }
  // No other site may move the clock or reset while somebody works.
  const changesControl = path.startsWith('/__simulator') && method !== 'GET'
  if (changesControl && headers.get('Sec-Fetch-Site') === 'cross-site') {
    return jsonResponse({ error: 'Control requests from another site are refused.' }, 403)
  }
  if (body.length > bodyLimitBytes) return jsonResponse({ error: 'body_too_large' }, 413)
  return found.handler(simulation, { method, url, path, headers, body, segments: found.segments })
}
