// What every answer of version 2 is made of.

import { jsonResponse } from '../http/json-response.ts'
import { randomUuid } from '../world/random-id.ts'

/** Answers with a document and the id of the request. */
export function answerV2(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse(body, 200, { 'SC-Request-Id': randomUuid(), ...headers })
}
