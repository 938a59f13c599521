// Why the backend did not answer a question about cars, as a value.

import type { ConnectErrorCode, Failure } from '../errors.ts'
import { messageOf } from '../messages/message-of.ts'

/**
 * Why the list of cars could not be loaded, or a car not be disconnected.
 *
 * - `signed_out`: nobody is signed in to the app
 * - `not_yours`: this user has no such car, or has it no more
 * - `refused`: the backend lets this page ask for nothing, or has no such route
 * - `failed`: something failed at the backend or at Smartcar; it may work later
 * - `unreachable`: no answer came, as where the page is offline
 * - `timeout`: no answer came in 15 seconds
 */
export type CarsProblemCode =
  | 'signed_out'
  | 'not_yours'
  | 'refused'
  | 'failed'
  | 'unreachable'
  | 'timeout'

/** Why something about cars did not work, as data. */
export type CarsProblem = {
  /** What kind of failure it is: stable, for code to decide by. */
  readonly code: CarsProblemCode
  /** What happened, for developers; in development also what to do. */
  readonly message: string
  /** The HTTP status of the backend's answer, if there was one. */
  readonly status?: number | undefined
  /** The backend's `Retry-After`, in seconds. */
  readonly retryAfterSeconds?: number | undefined
}

/** What came of a question about cars. */
export type CarsOutcome<T> =
  | {
      /** It worked. */
      readonly ok: true
      /** What came of it. */
      readonly data: T
    }
  | {
      /** It did not work. */
      readonly ok: false
      /** Why. */
      readonly problem: CarsProblem
    }

/** The problem behind a failed call to the backend. */
export function carsProblem({ code, details = {} }: Failure): CarsProblem {
  const { message = 'The backend did not answer.', status, problem, retryAfterSeconds } = details
  return {
    code: codeFor(code, status, problem?.code),
    message: messageOf('connections', message),
    status,
    retryAfterSeconds,
  }
}

// Refusals of a kind that passes: a timeout, too early, too many.
const passingStatuses: readonly number[] = [408, 425, 429]

function codeFor(code: ConnectErrorCode, status = 500, problem: unknown): CarsProblemCode {
  if (code === 'network_error') return 'unreachable'
  if (code === 'exchange_timeout') return 'timeout'
  if (status === 401) return 'signed_out'
  if (problem === 'not_yours') return 'not_yours'
  return status < 500 && !passingStatuses.includes(status) ? 'refused' : 'failed'
}
