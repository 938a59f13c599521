// What a scenario may change about the simulator. The scenarios themselves are data beside this.

import type { ProviderErrorCode } from '../world/redirect-errors.ts'

/** A place on the way through Connect whose answer can carry a header of its own. */
export type Hop =
  /** The address that the popup opens. */
  | 'authorize'
  /** The choice of a brand. */
  | 'brand'
  /** The login of the car maker's account. */
  | 'sign-in'
  /** The consent on the car maker's own pages. */
  | 'car-maker'
  /** The choice of vehicles, and the consent. */
  | 'vehicles'
  /** The redirect back to the app. */
  | 'return'

/**
 * The values of Cross-Origin-Opener-Policy that cut or keep the link to the opener.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies
 */
export type OpenerPolicy =
  /** Cuts the link to an opener on another origin. */
  | 'same-origin'
  /** Cuts it as well; only popups that the page itself opens keep theirs. */
  | 'same-origin-allow-popups'
  /** Cuts it always, also to an opener of the same origin. */
  | 'noopener-allow-popups'

/** What is wrong with the parameters that the person is sent back with. */
export type RedirectFault =
  /** Another state, of the same shape. */
  | 'wrong-state'
  /** No state. */
  | 'missing-state'
  /** The right state, twice. */
  | 'duplicate-state'
  /** The right state with 100,000 characters behind it. */
  | 'oversized-state'
  /** Neither a code nor an id. */
  | 'missing-code'
  /** Two different codes. */
  | 'duplicate-code'
  /** The code with 10,000 characters behind it. */
  | 'oversized-code'
  /** A code and an error together. */
  | 'code-and-error'
  /** A denial whose description has more than 9,000 characters. */
  | 'oversized-description'
  /** An error code that is not among the provider's. */
  | 'unknown-error'

/** What is wrong with the answer of the token endpoint. */
export type TokenFault =
  /** It takes three seconds. */
  | 'slow'
  /** It has 5 MB beside the tokens. */
  | 'huge'
  /** It is a page, with status 200. */
  | 'html'
  /** It is a redirect to another origin that keeps the method. */
  | 'redirected'
  /** It is not JSON. */
  | 'malformed'
  /** The connection breaks after half of it. */
  | 'cut-off'
  /** It has no body, with status 200. */
  | 'empty'
  /** Its fields are of other types than they should be. */
  | 'wrong-types'
  /** It has no refresh token. */
  | 'no-refresh-token'
  /** Status 500. */
  | 'server-error'
  /** Status 429 with Retry-After. */
  | 'rate-limited'
  /** The application may not have the make of the vehicle. */
  | 'make-refused'

/** How calls to a vehicle fail. */
export type VehicleFault =
  /** Status 409: the vehicle cannot be reached for now. */
  | 'asleep'
  /** Status 429 with Retry-After: this vehicle was asked too often. */
  | 'rate-limited'
  /** Status 429 with Retry-After: the application asked too often. */
  | 'application-rate-limited'
  /** Status 430: the plan allows no more calls. */
  | 'plan-exhausted'
  /** Status 500. */
  | 'server-error'
  /** Status 502: the car maker did not answer. */
  | 'upstream-down'
  /** Status 400 until the person signs in again. */
  | 'needs-reauthentication'

/** What is wrong with the deliveries of webhooks. */
export type WebhookFault =
  /** Each event is delivered twice, with the same `eventId`. */
  | 'doubled'
  /** Each event is delivered a minute late. */
  | 'late'
  /** Of two events of a vehicle the second is delivered first. */
  | 'out-of-order'
  /** The signature was made with another key. */
  | 'wrong-signature'
  /** An event of a type that nobody has heard of is delivered beside each event. */
  | 'unknown-event'

/** One way for the simulator to behave. What is left out behaves as in `happy`. */
export type Scenario = {
  /** What the scenario is chosen by. */
  readonly name: string
  /** What happens, in one sentence. */
  readonly description: string
  /** The Cross-Origin-Opener-Policy that a hop sends. */
  readonly openerPolicy?: Readonly<Partial<Record<Hop, OpenerPolicy>>>
  /** Adds a page of the car maker, on another origin, after the sign-in. */
  readonly carMakerHop?: boolean
  /** Milliseconds that each page takes. */
  readonly pageDelayMs?: number
  /** The error that signing in ends with. */
  readonly ending?: ProviderErrorCode
  /** What is wrong with the parameters that the person is sent back with. */
  readonly redirect?: RedirectFault
  /** What is wrong with the answer of the token endpoint. */
  readonly token?: TokenFault
  /**
   * Which permissions are granted, whatever the person agreed to.
   *
   * - `fewer`: only the first that the person agreed to.
   * - `more`: those that the person agreed to, and `control_security`.
   */
  readonly granted?: 'fewer' | 'more'
  /** Connects vehicles of simulated mode where live ones were asked for, and the reverse. */
  readonly otherMode?: boolean
  /** Whether codes have expired when they arrive. */
  readonly expiredCode?: boolean
  /** Milliseconds until a new connection is listed. */
  readonly connectionsLagMs?: number
  /** Milliseconds that a list of connections takes, where it has one that was connected so. */
  readonly connectionsDelayMs?: number
  /** How calls to the vehicles fail. */
  readonly vehicle?: VehicleFault
  /**
   * What is wrong with the signals of version 3.
   *
   * - `late`: the vehicle is not found for 5 seconds after connecting, and has no signals for 15.
   * - `errors`: three signals fail, each in another way.
   */
  readonly signals?: 'late' | 'errors'
  /**
   * How commands of version 3 end.
   *
   * - `slow`: with 202 at once, and the document on the same answer three seconds later.
   * - `slow-failing`: the same, and the document is an error.
   * - `time-out`: with 504, although the vehicle obeys.
   */
  readonly commands?: 'slow' | 'slow-failing' | 'time-out'
  /** Whether the provider's limits count: calls of an application, and of a vehicle in a month. */
  readonly limits?: boolean
  /** What is wrong with the deliveries of webhooks. */
  readonly webhook?: WebhookFault
}
