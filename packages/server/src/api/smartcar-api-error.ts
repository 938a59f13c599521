// A call of version 3 that failed, with what the provider said about it.

import type { Resolution } from './resolution.ts'

/**
 * How a call failed.
 *
 * - `refused`: the provider answered with an error.
 * - `unreachable`: nothing was sent.
 * - `timeout`: no complete answer came within the deadline.
 * - `unreadable`: the connection broke, or the answer has another form than documented.
 */
export type SmartcarApiFailure = 'refused' | 'unreachable' | 'timeout' | 'unreadable'

/** What is known about a failed call. */
export type SmartcarApiErrorDetails = Pick<SmartcarApiError, 'failure'> &
  Partial<
    Pick<
      SmartcarApiError,
      | 'status'
      | 'type'
      | 'code'
      | 'resolution'
      | 'requestId'
      | 'retryAfterMs'
      | 'suggestedUserMessage'
      | 'isOutcomeUnknown'
    >
  > & {
    /** What was thrown underneath. */
    readonly cause?: unknown
  }

/** A failed call of version 3. Its message holds no token and no secret. */
export class SmartcarApiError extends Error {
  override readonly name = 'SmartcarApiError'
  /** How the call failed. */
  readonly failure: SmartcarApiFailure
  /** The HTTP status; of a streamed answer the one in its body. `undefined` without an answer. */
  readonly status: number | undefined
  /** The provider's kind of error, such as `VEHICLE_STATE`. The set is open. */
  readonly type: string | undefined
  /** What kind of that type, such as `ASLEEP`. The set is open. */
  readonly code: string | undefined
  /** What the provider says can be done, such as `{ type: 'REAUTHENTICATE' }`. */
  readonly resolution: Resolution | undefined
  /** The provider's id of the request, for its support. */
  readonly requestId: string | undefined
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** A sentence of the provider's for the person. */
  readonly suggestedUserMessage: string | undefined
  /**
   * Whether a command may have been carried out all the same. Look at the signal before you send it
   * again.
   */
  readonly isOutcomeUnknown: boolean

  constructor(message: string, details: SmartcarApiErrorDetails) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.failure = details.failure
    this.status = details.status
    this.type = details.type
    this.code = details.code
    this.resolution = details.resolution
    this.requestId = details.requestId
    this.retryAfterMs = details.retryAfterMs
    this.suggestedUserMessage = details.suggestedUserMessage
    this.isOutcomeUnknown = details.isOutcomeUnknown ?? false
  }
}

/** Says whether a caught value is a {@link SmartcarApiError}. */
export function isSmartcarApiError(error: unknown): error is SmartcarApiError {
  return error instanceof SmartcarApiError
}
