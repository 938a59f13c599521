// The one error of this package: how a session can fail.

import { messageOf } from './messages/message-of.ts'

/**
 * The provider's own errors, by the code that it sends.
 *
 * - `access_denied`: the person did not grant access
 * - `invalid_subscription`: the vehicle needs a subscription of its maker that is not active
 * - `vehicle_incompatible`: the vehicle cannot be connected; see `vehicle`
 * - `no_vehicles`: the person's account holds no vehicle
 * - `configuration_error`: the application is set up wrongly at Smartcar; see `status`
 * - `server_error`: something failed at Smartcar
 *
 * @see https://smartcar.com/docs/connect/handle-the-response
 */
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
 * - `popup_failed`: something threw while the popup was opened; see `cause`
 * - `popup_unsupported`: no answer could reach this page: it is sandboxed, its redirect page is on
 *   another origin, or this tab was to leave and may store nothing for the way back
 * - `not_loaded`: the part of this package that comes late did not arrive; the page has to be loaded
 *   anew
 * - `login_changed`: `appUser` is another one than at the click; nothing was exchanged
 * - `invalid_response`: Connect's answer held no result, or more than one
 * - `state_mismatch`: the answer belongs to another session; nothing was exchanged
 * - `expired`: 15 minutes went by without an answer
 * - `exchange_failed`: the backend refused, or answered with something else than JSON
 * - `exchange_timeout`: the backend did not answer in 15 seconds
 * - `network_error`: the backend could not be reached
 * - `provider_error`: an error that this version does not know; see `providerError`
 * - the provider's own, such as `access_denied`
 */
export type ConnectErrorCode =
  | 'popup_blocked'
  | 'popup_failed'
  | 'popup_unsupported'
  | 'not_loaded'
  | 'login_changed'
  | 'invalid_response'
  | 'state_mismatch'
  | 'expired'
  | 'exchange_failed'
  | 'exchange_timeout'
  | 'network_error'
  | 'provider_error'
  | ProviderErrorCode

// Messages of errors that come from code that loads with the page. The late code brings its own.
const happenings: Readonly<Partial<Record<ConnectErrorCode, string>>> = {
  popup_blocked: 'The browser blocked the popup.',
  popup_failed: 'Opening the popup threw an error.',
  popup_unsupported: 'No answer can reach this page.',
  not_loaded: 'A part of this package could not be loaded.',
  login_changed: 'Somebody else is logged in now.',
  state_mismatch: 'The answer is for another session.',
  expired: 'No answer came in 15 minutes.',
}

/** The vehicle of a `vehicle_incompatible`, if the person agreed to share it. */
export type IncompatibleVehicle = {
  /** Its vehicle identification number. */
  vin: string
  /** Its brand, as Smartcar names it. */
  make?: string | undefined
  /** Its model, as Smartcar names it. */
  model?: string | undefined
  /** Its model year. */
  year?: number | undefined
}

/**
 * What is known about a failure beside its code. The texts are not this package's, so show them as
 * text only.
 */
export type ConnectErrorDetails = {
  /** What happened, as a sentence. @default a sentence about the code */
  message?: string | undefined
  /** The error that caused this one, such as what `fetch` threw. */
  cause?: unknown
  /** The provider's `error`, as it came, at most 64 characters. */
  providerError?: string | undefined
  /** The provider's `error_description`, as it came. */
  providerErrorDescription?: string | undefined
  /** The vehicle, with `vehicle_incompatible`. */
  vehicle?: IncompatibleVehicle | undefined
  /** HTTP status: the backend's, or the provider's with `configuration_error`. */
  status?: number | undefined
  /**
   * The backend's problem document.
   *
   * @see https://datatracker.ietf.org/doc/html/rfc9457
   */
  problem?: Readonly<Record<string, unknown>> | undefined
  /** The backend's `Retry-After`, in seconds. */
  retryAfterSeconds?: number | undefined
}

/**
 * Why a session ended in `failed`. It holds neither the authorization code nor a token.
 *
 * `message` is for developers: what happened and where to read on, and in development why it
 * matters and what to do.
 */
export class ConnectError extends Error implements Omit<ConnectErrorDetails, 'message'> {
  override name = 'ConnectError'
  /** How it failed: stable, for code to decide by. */
  declare readonly code: ConnectErrorCode
  declare readonly cause?: unknown
  declare readonly providerError?: string | undefined
  declare readonly providerErrorDescription?: string | undefined
  declare readonly vehicle?: IncompatibleVehicle | undefined
  declare readonly status?: number | undefined
  declare readonly problem?: Readonly<Record<string, unknown>> | undefined
  declare readonly retryAfterSeconds?: number | undefined

  constructor(code: ConnectErrorCode, { message, ...details }: ConnectErrorDetails = {}) {
    super(messageOf(code, message ?? happenings[code] ?? `The session ended with ${code}.`))
    this.code = code
    Object.assign(this, details)
  }
}

/** Why something did not work, as data: what a `ConnectError` is made of. */
export type Failure = { ok: false; code: ConnectErrorCode; details?: ConnectErrorDetails }

/** What came of a call to the backend. */
export type Outcome<T> = { ok: true; data: T } | Failure

/** The error of a failure. A `ConnectError` that the app's own exchange threw stays as it is. */
export function errorOf(code: ConnectErrorCode, details?: ConnectErrorDetails): ConnectError {
  const cause = details?.cause
  // The app's exchange may throw a ConnectError of its own, which is kept. `expired` is for state tokens
  // alone, so an exchange cannot report it.
  const isOurs = cause instanceof ConnectError && cause.code !== 'expired'
  return isOurs ? cause : new ConnectError(code, details)
}
