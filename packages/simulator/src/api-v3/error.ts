// The error document of version 3.

import { docUrl } from '../api/doc-url.ts'
import { userMessageOf } from '../api/user-message.ts'
import { jsonResponse } from '../http/json-response.ts'
import { type Fault, type FaultType, faultStatuses } from '../world/fault.ts'
import { randomUuid } from '../world/random-id.ts'
import { titleOf } from './title.ts'

// What a fault without a code of its own says.
const usualCodes: Readonly<Partial<Record<FaultType, string>>> = {
  AUTHENTICATION: 'UNAUTHORIZED',
  // Recorded inside signals only; the code of a whole answer is approximate.
  PERMISSION: 'UNKNOWN',
  VALIDATION: 'INVALID_INPUT_FORMAT',
  RESOURCE_NOT_FOUND: 'INVALID_PATH',
  SERVER: 'INTERNAL',
}

const usualResolutions: Readonly<Partial<Record<FaultType, string>>> = {
  PERMISSION: 'REAUTHENTICATE',
  RATE_LIMIT: 'RETRY_LATER',
  SERVER: 'RETRY_LATER',
  UPSTREAM: 'RETRY_LATER',
}

/** The document of a fault. The id of the request also stands in the header of the answer. */
export function errorDocumentV3(
  fault: Fault,
  status: number = faultStatuses[fault.type],
  requestId: string = randomUuid(),
): unknown {
  const { type, code = usualCodes[type] ?? null, description, resolution } = fault
  const message = userMessageOf(fault)
  return {
    errors: [
      {
        // Recorded: the status is text.
        status: String(status),
        type,
        code,
        title: titleOf(code ?? type),
        detail: description,
        // Sources differ on text or object; inside signals an object is recorded.
        resolution: resolution ?? { type: usualResolutions[type] ?? null },
        ...(message !== undefined && { suggestedUserMessage: message }),
        links: { about: docUrl(type, code, 3) },
        meta: { debug: { requestId } },
      },
    ],
  }
}

/**
 * Answers with the error document of version 3.
 *
 * @param status only where it is another one than that of the fault's type.
 * @see https://smartcar.com/docs/errors/api-errors
 */
export function errorV3(
  fault: Fault,
  status: number = faultStatuses[fault.type],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const requestId = randomUuid()
  const { retryAfterSeconds } = fault
  return jsonResponse(errorDocumentV3(fault, status, requestId), status, {
    'SC-Request-Id': requestId,
    ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    ...headers,
  })
}
