// What every answer of version 3 is made of: its headers, and the address that its links begin with.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { randomUuid } from '../world/random-id.ts'

/** Answers with a document. */
export function answerV3(body: unknown, status = 200): Response {
  // The header is documented for all versions; no recorded answer of version 3 shows it.
  return jsonResponse(body, status, { 'SC-Request-Id': randomUuid() })
}

/** Answers that something was removed, without a body. */
export function removedV3(): Response {
  return new Response(null, { status: 204, headers: { 'SC-Request-Id': randomUuid() } })
}

/** The whole address of a path of version 3, at the host that the request came to. */
export function addressV3(c: SimulatorContext, path: string): string {
  return `${c.get('url').origin}${c.env.basePath}/v3${path}`
}
