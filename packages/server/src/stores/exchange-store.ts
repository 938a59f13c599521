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
  /**
   * How long the claim holds without an outcome before it counts as crashed, in milliseconds. A lease
   * that ends further away than twice this time was given before the clock was set back, and holds
   * no more.
   */
  leaseMs: number
  /**
   * How long the outcome, or what is held, can be asked for again, in milliseconds.
   * @default keepMs
   */
  replayMs?: number | undefined
  /**
   * How long the hashes are remembered, in milliseconds. It may be longer than `replayMs`: the claim
   * counts as abandoned in between, and the grant stays spent.
   */
  keepMs: number
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
 * - `finished`: `outcome` is stored; answer with it.
 * - `abandoned`: the lease ended without an outcome, or the outcome was forgotten; the code may have
 *   been used.
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
 * - `resumed`: this caller, and no other, goes on with what an earlier caller held, which is `held`;
 *   `lease` proves it.
 * - `conflict`: this grant came with another key before, or this key with another grant.
 *
 * Any other state means that the same claim was made before.
 */
export type ClaimResult =
  | { status: 'claimed'; lease: string }
  | { status: 'resumed'; lease: string; held: string }
  | { status: 'conflict' }
  | ClaimState

/** What a reader sees. `unclaimed` means released, forgotten or never claimed. */
export type ExchangeState = ClaimState | { status: 'unclaimed' }

/**
 * Remembers exchanges, so that each grant is redeemed at most once.
 *
 * Every method is one atomic step for all processes that share the store, is durable once it has
 * resolved, and rejects when the store fails: an exchange that cannot be remembered must not start.
 */
export type ExchangeStore = {
  /** Throws or rejects when the store cannot be used here; with a `TypeError` if it is set up wrongly. */
  check?: (() => void | Promise<void>) | undefined
  /**
   * Claims a grant. Checking both hashes and writing the claim must be one atomic step: of any
   * number of parallel callers exactly one gets `claimed` or `resumed`. An abandoned claim is never
   * given again, unless something is held for it.
   */
  claimExchange(claim: ExchangeClaim): Promise<ClaimResult>
  /** Reads the state of a key and changes nothing. */
  readExchange(keyHash: string): Promise<ExchangeState>
  /**
   * Stores the outcome of a claim and forgets what was held. Comparing the lease and writing must be
   * one atomic step; a stored outcome never changes.
   *
   * The outcome of a lease that has ended is stored too, because nobody else could have claimed the
   * grant: the clock may have been set in the meantime.
   *
   * @param isSpent `false` when the provider refused the grant: its hashes are then forgotten with the
   * outcome, because anybody can make up such grants. @default true
   * @returns `false` when the lease belongs to another caller; nothing is written then.
   */
  storeOutcome(
    keyHash: string,
    lease: string,
    outcome: Outcome,
    isSpent?: boolean,
  ): Promise<boolean>
  /**
   * Keeps a sealed text with the claim and ends the lease, so that the same claim can be resumed.
   * Comparing the lease and writing must be one atomic step.
   *
   * @returns `false` when the lease belongs to another caller; nothing is written then.
   */
  holdExchange(keyHash: string, lease: string, held: string): Promise<boolean>
  /**
   * Gives a claim back whose grant was never sent, so that it can be claimed again. Comparing the
   * lease and removing must be one atomic step; a claim with an outcome stays.
   */
  releaseExchange(keyHash: string, lease: string): Promise<void>
}
