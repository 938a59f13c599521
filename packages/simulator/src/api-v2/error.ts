// The error document of version 2.

import { jsonResponse } from '../http/json-response.ts'
import { type Fault, faultStatuses } from '../world/fault.ts'
import { randomUuid } from '../world/random-id.ts'

/** Answers with the error document of version 2. */
export function errorV2(fault: Fault): Response {
  const { type, code = null, description, resolution, retryAfterSeconds } = fault
  const statusCode = faultStatuses[type]
  const requestId = randomUuid()
  return jsonResponse(
    {
      type,
      code,
      description,
      docURL: null,
      statusCode,
      requestId,
      resolution: resolution ?? { type: null },
    },
    statusCode,
    {
      'SC-Request-Id': requestId,
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    },
  )
}
