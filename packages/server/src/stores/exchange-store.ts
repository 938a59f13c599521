// What a store must do so that a grant is used once, across processes and restarts.

import type { Outcome } from './outcome.ts'

/** The claim on one grant. It holds hashes only, never the code or the key. */
export type ExchangeClaim = {
  /** SHA-256 of the app session and the idempotency key together. */
  keyHash: string
  /**
   * SHA-256 of what must be spent only once: the authorization code, or for a grant without a code
   * the provider's id together with `keyHash`.
   */
  spentOnceHash: string
  /** How long the claim holds without an outcome before it counts as crashed, in milliseconds. */
  leaseMs: number
  /** How long the outcome is remembered, in milliseconds. */
  keepMs: number
  /**
   * How long the hashes are remembered, in milliseconds, unless the outcome says that nothing was
   * spent. A grant that comes again after its outcome was forgotten is a `conflict`.
   * @default keepMs
   */
  spentMs?: number | undefined
  /**
   * SHA-256 of who sends the grant, where the app has a `limitKey`. A store that is full forgets the
   * refused grants of the noisiest first.
   */
  limitKeyHash?: string | undefined
}

/**
 * The state of a claim that exists.
 *
 * - `pending`: a caller holds it and has stored no outcome yet.
 * - `finished`: the outcome is stored; answer with it.
 * - `abandoned`: the lease ended without an outcome; the code may have been used.
 */
export type ClaimState =
  | { status: 'pending' }
  | { status: 'finished'; outcome: Outcome }
  | { status: 'abandoned' }

/**
 * What became of a claim.
 *
 * - `claimed`: this caller, and no other, redeems the grant; `lease` proves it when storing the
 *   outcome.
 * - `conflict`: this grant came with another key before, or this key with another grant, or the
 *   outcome was forgotten.
 *
 * Any other state means that the same claim was made before.
 */
export type ClaimResult = { status: 'claimed'; lease: string } | { status: 'conflict' } | ClaimState

/** What a reader sees. `unclaimed` means released, forgotten or never claimed. */
export type ExchangeState = ClaimState | { status: 'unclaimed' }

/**
 * Remembers exchanges, so that each grant is redeemed at most once.
 *
 * Every method is one atomic step for all processes that share the store, is durable once it has
 * resolved, and rejects when the store fails: an exchange that cannot be remembered must not start.
 */
export type ExchangeStore = {
  /** Throws or rejects with a `TypeError` when the store is set up so that it cannot be used here. */
  check?: (() => void | Promise<void>) | undefined
  /**
   * Claims a grant. Checking both hashes and writing the claim must be one atomic step: of any
   * number of parallel callers exactly one gets `claimed`. An abandoned claim is never given again.
   */
  claimExchange(claim: ExchangeClaim): Promise<ClaimResult>
  /** Reads the state of a key and changes nothing. */
  readExchange(keyHash: string): Promise<ExchangeState>
  /**
   * Stores the outcome of a claim. Comparing the lease and writing must be one atomic step; a stored
   * outcome never changes.
   *
   * @param isSpent `false` when the provider refused the grant, so that its hashes need not be
   * remembered longer than the outcome. Anybody can make up such grants.
   * @returns `false` when the lease has ended or belongs to another caller; nothing is written then.
   */
  storeOutcome(
    keyHash: string,
    lease: string,
    outcome: Outcome,
    isSpent?: boolean,
  ): Promise<boolean>
  /**
   * Gives a claim back whose grant was never sent, so that it can be claimed again. Comparing the
   * lease and removing must be one atomic step; a claim with an outcome stays.
   */
  releaseExchange(keyHash: string, lease: string): Promise<void>
}
