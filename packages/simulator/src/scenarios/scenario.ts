// What a scenario may change about the simulator. The scenarios themselves are data beside this.

import type { ProviderErrorCode } from '../world/redirect-errors.ts'

/** A place in the flow whose answer can carry a header of its own. */
export type Hop = 'authorize' | 'brand' | 'sign-in' | 'car-maker' | 'vehicles' | 'return'

/** The values of Cross-Origin-Opener-Policy that cut or keep the link to the opener. */
export type OpenerPolicy = 'same-origin' | 'same-origin-allow-popups' | 'noopener-allow-popups'

/** How the parameters of the redirect are spoilt. */
export type RedirectFault =
  | 'wrong-state'
  | 'missing-state'
  | 'duplicate-state'
  | 'oversized-state'
  | 'missing-code'
  | 'duplicate-code'
  | 'oversized-code'
  | 'code-and-error'
  | 'oversized-description'
  | 'unknown-error'

/** How the answer of the token endpoint is spoilt. */
export type TokenFault =
  | 'slow'
  | 'huge'
  | 'html'
  | 'redirected'
  | 'malformed'
  | 'cut-off'
  | 'empty'
  | 'wrong-types'
  | 'no-refresh-token'
  | 'server-error'
  | 'rate-limited'

/** How reading a vehicle fails. */
export type VehicleFault = 'asleep' | 'rate-limited' | 'upstream-down' | 'needs-reauthentication'

/** One way for the simulator to behave. What is left out behaves as in `happy`. */
export type Scenario = {
  readonly name: string
  /** What happens, in one sentence. */
  readonly description: string
  readonly openerPolicy?: Readonly<Partial<Record<Hop, OpenerPolicy>>>
  /** Adds a page of the car maker, on another origin, after the sign-in. */
  readonly carMakerHop?: boolean
  /** Milliseconds that each page takes. */
  readonly pageDelayMs?: number
  /** The error that signing in ends with. */
  readonly ending?: ProviderErrorCode
  readonly redirect?: RedirectFault
  readonly token?: TokenFault
  /** Which permissions are granted, whatever the person agreed to. */
  readonly granted?: 'fewer' | 'more'
  /** Makes the connection one of simulated mode, whatever was asked for. */
  readonly otherMode?: boolean
  /** Codes have expired when they arrive. */
  readonly expiredCode?: boolean
  /** Milliseconds until a new connection is listed. */
  readonly connectionsLagMs?: number
  readonly vehicle?: VehicleFault
}
