// The one error of this package: how a session can fail.

/** The provider's own errors, by the code it sends. */
export type ProviderErrorCode =
  | 'access_denied'
  | 'invalid_subscription'
  | 'vehicle_incompatible'
  | 'no_vehicles'
  | 'configuration_error'
  | 'server_error'

/**
 * How a session can fail.
 *
 * - `popup_blocked`: the browser refused the popup; open it in a click
 * - `popup_unsupported`: the page is sandboxed so that no answer could reach it
 * - `invalid_response`: Connect's answer held no result, or more than one
 * - `state_mismatch`: the answer belongs to another session; nothing was exchanged
 * - `expired`: 15 minutes went by without an answer
 * - `exchange_failed`: the backend refused the grant or answered with something else than JSON
 * - `exchange_timeout`: the backend did not answer in 15 seconds
 * - `network_error`: the backend could not be reached
 * - `provider_error`: an error that this version does not know; see `providerError`
 * - the provider's own, such as `access_denied`
 */
export type ConnectErrorCode =
  | 'popup_blocked'
  | 'popup_unsupported'
  | 'invalid_response'
  | 'state_mismatch'
  | 'expired'
  | 'exchange_failed'
  | 'exchange_timeout'
  | 'network_error'
  | 'provider_error'
  | ProviderErrorCode

/** The vehicle of a `vehicle_incompatible`, if the person agreed to tell. */
export type IncompatibleVehicle = {
  vin: string
  make?: string | undefined
  model?: string | undefined
  year?: number | undefined
}

/** What is known about a failure beside its code. Texts of others are untrusted: show them as text only. */
export type ConnectErrorDetails = {
  cause?: unknown
  /** The provider's `error`, as it came, at most 64 characters. */
  providerError?: string | undefined
  /** The provider's `error_description`, as it came. */
  providerErrorDescription?: string | undefined
  /** With `vehicle_incompatible`. */
  vehicle?: IncompatibleVehicle | undefined
  /** HTTP status: the backend's, or the provider's with `configuration_error`. */
  status?: number | undefined
  /** The backend's problem document. @see RFC 9457 */
  problem?: Readonly<Record<string, unknown>> | undefined
  /** The backend's `Retry-After`, in seconds. */
  retryAfterSeconds?: number | undefined
}

/** Why a session ended in `failed`. Holds neither the authorization code nor a token. */
export class ConnectError extends Error implements ConnectErrorDetails {
  override name = 'ConnectError'
  declare readonly code: ConnectErrorCode
  declare readonly cause?: unknown
  declare readonly providerError?: string | undefined
  declare readonly providerErrorDescription?: string | undefined
  declare readonly vehicle?: IncompatibleVehicle | undefined
  declare readonly status?: number | undefined
  declare readonly problem?: Readonly<Record<string, unknown>> | undefined
  declare readonly retryAfterSeconds?: number | undefined

  constructor(code: ConnectErrorCode, details?: ConnectErrorDetails) {
    super(`Smartcar Connect ended with ${code}.`)
    this.code = code
    Object.assign(this, details)
  }
}
