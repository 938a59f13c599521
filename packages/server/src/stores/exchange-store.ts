// What a store must do so that a code is used once, across processes and restarts.

/** How an exchange ended: exactly what goes to the browser, so that it can be replayed. */
export type Outcome = {
  status: number
  /** JSON text; `null` for a 204. */
  body: string | null
}

/** The claim on one grant: hashes only, never the code or the key. */
export type ExchangeClaim = {
  /** SHA-256 of the idempotency key. */
  keyHash: string
  /** SHA-256 of the code. */
  codeHash: string
  /** How long the claimer may take before it counts as crashed, in milliseconds. */
  leaseMs: number
  /** How long key, code and outcome are remembered, in milliseconds. */
  keepMs: number
}

/**
 * What became of a claim.
 *
 * - `claimed`: this caller, and no other, goes on; `lease` proves it when finishing.
 * - `pending`: another caller holds it.
 * - `finished`: answer with this outcome.
 * - `abandoned`: the holder's lease ended without an outcome; the code may have been used.
 * - `conflict`: this code came under another key, or this key with another code.
 */
export type ClaimResult =
  | { status: 'claimed'; lease: string }
  | { status: 'pending' }
  | { status: 'finished'; outcome: Outcome }
  | { status: 'abandoned' }
  | { status: 'conflict' }

/** What a waiting caller sees; `released` means that nothing is claimed any more. */
export type ExchangeState =
  | Exclude<ClaimResult, { status: 'claimed' | 'conflict' }>
  | {
      status: 'released'
    }

/**
 * Remembers exchanges, so that each code is sent at most once.
 *
 * Every method is atomic across all processes that share the store, and rejects when the store
 * cannot be written: an exchange that cannot be remembered must not start.
 */
export type ExchangeStore = {
  /** Claims a grant; of any number of callers exactly one gets `claimed`. */
  claimExchange(claim: ExchangeClaim): Promise<ClaimResult>
  /** Looks at a claim without taking it. */
  readExchange(keyHash: string): Promise<ExchangeState>
  /** Stores the outcome; `false` when the lease was lost. */
  finishExchange(keyHash: string, lease: string, outcome: Outcome): Promise<boolean>
  /** Gives a claim back whose code was never sent, so that it can be claimed again. */
  releaseExchange(keyHash: string, lease: string): Promise<void>
}
