// What redeeming a grant is given and what it gives.

import type { Connection } from '../api/resources.ts'
import type { ProblemCode } from '../problems/problem-outcome.ts'
import type { ProviderApi } from '../provider/get-json.ts'
import type { MachineAccess } from '../provider/machine-access.ts'
import type { VerifiedGrant } from '../provider/read-grant.ts'
import type { TokenEndpoint } from '../provider/token-endpoint.ts'
import type { TokenProblem } from '../provider/token-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { Failure } from '../reporting/failure.ts'
import type { SessionSetup } from '../stores/started-session-store.ts'

/** The configured ways to the provider. */
export type ProviderAccess = {
  /** Where codes are redeemed. */
  endpoint: TokenEndpoint
  /** The redirect URI that goes with a code, unless its session was started with another writing of it. */
  redirectUri: string
  /** The vehicle API of version 2. */
  api: ProviderApi
  /** Version 3; set where the application has machine credentials. */
  machine: MachineAccess | undefined
}

/**
 * What was asked for: by the started session, or else by the options. A field that neither of them
 * says is left out or `null`, and the grant is not compared with it.
 */
export type RequestedAccess = Partial<
  Pick<SessionSetup, 'scope' | 'mode' | 'externalId' | 'vehicleId' | 'vin' | 'redirectUri'>
> & {
  /** When the session was started, in milliseconds since 1970. */
  startedMs?: number
}

/** What the provider says about a grant, and how it was asked. */
export type ProviderWord = VerifiedGrant & {
  /**
   * Whether the provider was asked for connections, which name the mode. What they do not name is
   * unknown. The vehicle API of version 2 names no modes at all.
   */
  isListed: boolean
  /** The external id under which the provider lists every vehicle; `null` where it does not. */
  externalId: string | null
  /** The connections as the provider lists them; none where it was not asked for them. */
  connections: readonly Connection[]
  /** The VINs of vehicles by their id, where one VIN was asked for; `undefined` for an unknown one. */
  vins: ReadonlyMap<string, string | undefined>
}

/**
 * A grant after the provider was asked about it.
 *
 * - `code`: the code gave tokens, and the tokens told whose they are.
 * - `user`: the provider lists the connections of this person under the session's external id.
 * - `vehicle`: the provider lists the vehicle under the external id that only this sign-in had.
 */
export type RedeemedGrant =
  | { kind: 'code'; tokens: Tokens; verified: ProviderWord }
  | { kind: 'user' | 'vehicle'; verified: ProviderWord }

/** Why a grant could not be redeemed. */
export type RedemptionProblem =
  | TokenProblem
  | 'not_verified'
  | 'outcome_unknown'
  | 'not_listed'
  | 'identity_mismatch'

/** How redeeming ended. */
export type Redemption =
  | { ok: true; redeemed: RedeemedGrant }
  | {
      ok: false
      problem: RedemptionProblem
      /** Where and why it failed, for developers only. */
      failure?: Failure | undefined
      /** Sealed tokens that wait until they can be verified. */
      held?: string | undefined
    }

/** Says whether the provider refused the grant itself, as it does with one that was made up. */
export function isRefused(problem: ProblemCode): boolean {
  return problem === 'grant_refused' || problem === 'client_refused'
}

/** Says whether a problem left the grant unspent, so that the same post may be repeated. */
export function isUnspent(problem: ProblemCode): boolean {
  return problem === 'unreachable' || problem === 'not_listed'
}
