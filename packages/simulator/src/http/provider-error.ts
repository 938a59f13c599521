// The error documents of the vehicle API.

import { randomUuid } from '../world/random-id.ts'
import { jsonResponse } from './json-response.ts'

/** The kinds of error, each with its status. */
const statuses = {
  AUTHENTICATION: 401,
  PERMISSION: 403,
  RESOURCE_NOT_FOUND: 404,
  VALIDATION: 400,
  VEHICLE_STATE: 409,
  RATE_LIMIT: 429,
  BILLING: 430,
  SERVER: 500,
  COMPATIBILITY: 501,
  UPSTREAM: 502,
  CONNECTED_SERVICES_ACCOUNT: 400,
} as const

/** The `type` of an error of the vehicle API. */
export type ProviderErrorType = keyof typeof statuses

/** What an error says beyond its type. */
export type ProviderErrorDetails = {
  /** What kind of that type it is. @default null */
  readonly code?: string
  /** A sentence for the developer. */
  readonly description: string
  /** What the application can do about it. @default nothing */
  readonly resolution?: { readonly type: string; readonly url?: string }
  /** Seconds for the Retry-After header. Without it there is none. */
  readonly retryAfterSeconds?: number
}

/** Answers with a provider-shaped error. */
export function providerError(type: ProviderErrorType, details: ProviderErrorDetails): Response {
  const { code = null, description, resolution, retryAfterSeconds } = details
  const statusCode = statuses[type]
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
