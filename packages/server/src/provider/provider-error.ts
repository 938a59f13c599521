// What can go wrong between this server and the provider, as one error with a code.

/**
 * How a call to the provider failed.
 *
 * - `unreachable`: nothing was sent, so the same call may be made again.
 * - `timeout`: no complete answer came before the deadline. The request may have been carried out.
 * - `grant_refused`: the provider does not accept the code or the refresh token any more.
 * - `client_refused`: the provider does not accept the credentials of the application, so its
 *   operator must act.
 * - `broken`: the connection broke, or the answer was an error, a redirect, too large or not JSON.
 */
export type ProviderErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'grant_refused'
  | 'client_refused'
  | 'broken'

/** What is known about a failed call. */
export type ProviderErrorDetails = {
  /** The host that was asked. */
  host?: string | undefined
  /** The HTTP status of the answer, where there was one. */
  status?: number | undefined
  /** The error code in the answer, such as `invalid_client`: at most 64 plain characters. */
  errorCode?: string | undefined
  /** How long the provider asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined
  /** What was thrown underneath. */
  cause?: unknown
}

/** A failed call to the provider. Its message holds no code, token or secret. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  /** How the call failed. */
  readonly code: ProviderErrorCode
  /** The host that was asked. */
  readonly host: string | undefined
  /** The HTTP status of the answer, where there was one. */
  readonly status: number | undefined
  /** The error code in the answer, such as `invalid_client`. */
  readonly errorCode: string | undefined
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(code: ProviderErrorCode, message: string, details: ProviderErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.code = code
    this.host = details.host
    this.status = details.status
    this.errorCode = details.errorCode
    this.retryAfterMs = details.retryAfterMs
  }
}

/** Says whether a caught value is a {@link ProviderError}. */
export function isProviderError(error: unknown): error is ProviderError {
  return error instanceof ProviderError
}

const causesBeforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/**
 * Says whether `fetch` failed before a byte of the request left.
 *
 * Only causes that prove it count. An unknown cause counts as sent, because a code must go to the
 * provider at most once.
 */
export function isNeverSent(error: unknown): boolean {
  if (!(error instanceof Error) || !(error.cause instanceof Error)) return false
  const code = 'code' in error.cause ? error.cause.code : undefined
  return typeof code === 'string' && causesBeforeSending.has(code)
}
