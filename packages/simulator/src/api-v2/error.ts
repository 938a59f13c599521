// The error document of version 2.

import { docUrl } from '../api/doc-url.ts'
import { userMessageOf } from '../api/user-message.ts'
import { jsonResponse } from '../http/json-response.ts'
import { type Fault, faultStatuses } from '../world/fault.ts'
import { randomUuid } from '../world/random-id.ts'

/**
 * Answers with the error document of version 2. A part of a batch is given the request id of the
 * whole batch.
 *
 * @see https://smartcar.com/docs/errors/api-errors
 */
export function errorV2(fault: Fault, requestId: string = randomUuid()): Response {
  const { type, code = null, description, fields, retryAfterSeconds } = fault
  const message = userMessageOf(fault)
  const statusCode = faultStatuses[type]
  return jsonResponse(
    {
      type,
      code,
      description,
      docURL: docUrl(type, code, 2),
      statusCode,
      requestId,
      resolution: fault.resolution ?? { type: type === 'PERMISSION' ? 'REAUTHENTICATE' : null },
      ...(fields !== undefined && { detail: fields }),
      ...(message !== undefined && { suggestedUserMessage: message }),
    },
    statusCode,
    {
      'SC-Request-Id': requestId,
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    },
  )
}
