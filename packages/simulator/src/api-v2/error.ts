// The error document of version 2.

import { userMessages } from '../api/user-messages.ts'
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
  const message = fault.suggestedUserMessage ?? userMessages[code ?? '']
  const statusCode = faultStatuses[type]
  return jsonResponse(
    {
      type,
      code,
      description,
      docURL: docUrl(type, code),
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

/** Always a text, also where there is no code: the provider’s Java SDK fails on anything else. */
function docUrl(type: string, code: string | null): string {
  return `https://smartcar.com/docs/errors/api-errors/${dashed(type)}-errors#${dashed(code ?? 'null')}`
}

function dashed(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}
