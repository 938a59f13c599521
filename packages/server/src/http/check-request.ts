// Tells a page of the app, while it is set up, whether this endpoint would let its posts in.

import type { CrossOrigin } from './cross-origin.ts'
import { outcomeResponse } from './outcome-response.ts'
import { readRequestBody } from './read-request-body.ts'
import { guardRequest } from './request-guard.ts'

/**
 * Answers the check that `diagnoseConnect` of `smartcar-connect` sends: a GET, which tells it that a handler
 * of this package is here, and then a post, both with `X-Smartcar-Connect: check`. The post goes through
 * the same guard as every other, and nothing is started, stored or reported.
 *
 * @returns JSON whose member `check` is `post` for the GET, and for the post `passed` or the reason of a
 *   refusal; `undefined` for every other request.
 */
export async function checkResponse(
  { origins }: CrossOrigin,
  request: Request,
): Promise<Response | undefined> {
  const { method, headers } = request
  if (headers.get('x-smartcar-connect') !== 'check') return undefined
  if (method === 'GET') return checked('post')
  if (method !== 'POST') return undefined
  const posted = new Headers(headers)
  posted.set('x-smartcar-connect', '1')
  const guard = guardRequest({ method, headers: posted }, origins)
  const result = guard.ok ? await readRequestBody(request) : guard
  return checked(result.ok ? 'passed' : result.reason)
}

function checked(check: string): Response {
  return outcomeResponse({ status: 200, body: JSON.stringify({ check }) })
}
