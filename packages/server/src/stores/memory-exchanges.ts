// Exchanges in memory.

import { randomToken } from '../crypto/random-token.ts'
import { troubleshooting } from '../troubleshooting.ts'
import type { ClaimState, ExchangeStore } from './exchange-store.ts'
import { isLeaseHeld } from './lease-time.ts'
import type { Outcome } from './outcome.ts'

type Entry = {
  spentOnceHash: string
  limitKeyHash: string
  lease: string
  leaseMs: number
  leaseEndsMs: number
  replayEndsMs: number
  expiresMs: number
  outcome?: Outcome | undefined
  held?: string | undefined
}

// Not with every call: it looks at everything.
const forgetEveryMs = 1000

/** Creates the store for the exchanges of one process; see `createMemoryStore`. */
export function createMemoryExchanges(maxExchanges: number, now: () => number): ExchangeStore {
  let forgottenMs = Number.NEGATIVE_INFINITY
  const entries = new Map<string, Entry>()
  const keyOfSpentOnce = new Map<string, string>()
  /** The keys of the exchanges under way. Each of them is a request that will end, so none counts. */
  const pending = new Set<string>()
  /** The keys of grants that the provider refused, oldest first, by who sent them. */
  const refused = new Map<string, Set<string>>()

  function forget(keyHash: string, { spentOnceHash, limitKeyHash }: Entry): void {
    entries.delete(keyHash)
    keyOfSpentOnce.delete(spentOnceHash)
    pending.delete(keyHash)
    const ofSender = refused.get(limitKeyHash)
    ofSender?.delete(keyHash)
    if (ofSender?.size === 0) refused.delete(limitKeyHash)
  }
  /** Makes room for one more. @returns `false` when nothing may be forgotten. */
  function forgetNoisiest(): boolean {
    let noisiest = new Set<string>()
    for (const ofSender of refused.values()) {
      if (ofSender.size > noisiest.size) noisiest = ofSender
    }
    const [keyHash = ''] = noisiest
    const entry = entries.get(keyHash)
    if (entry !== undefined) forget(keyHash, entry)
    return entry !== undefined
  }
  function isFull(): boolean {
    return entries.size - pending.size >= maxExchanges
  }
  /** Forgets what has expired of one exchange. */
  function forgetExpired(keyHash: string, entry: Entry, nowMs: number): void {
    if (entry.expiresMs <= nowMs) forget(keyHash, entry)
    else if (entry.replayEndsMs <= nowMs) {
      entry.outcome = undefined
      entry.held = undefined
      entry.leaseEndsMs = 0
      pending.delete(keyHash)
    }
  }
  function forgetAllExpired(): void {
    forgottenMs = now()
    for (const [keyHash, entry] of entries) forgetExpired(keyHash, entry, forgottenMs)
  }
  /** Finds an exchange that has not expired. */
  function find(keyHash: string): Entry | undefined {
    const nowMs = now()
    if (Math.abs(nowMs - forgottenMs) >= forgetEveryMs) forgetAllExpired()
    const entry = entries.get(keyHash)
    if (entry !== undefined) forgetExpired(keyHash, entry, nowMs)
    return entries.get(keyHash)
  }
  function stateOf({ outcome, leaseEndsMs, leaseMs }: Entry): ClaimState {
    if (outcome !== undefined) return { status: 'finished', outcome }
    return { status: isLeaseHeld(leaseEndsMs, leaseMs, now()) ? 'pending' : 'abandoned' }
  }

  return {
    async claimExchange(claim) {
      const { keyHash, spentOnceHash, leaseMs, keepMs } = claim
      const { replayMs = keepMs, limitKeyHash = '' } = claim
      const known = find(keyHash)
      if (known !== undefined) {
        if (known.spentOnceHash !== spentOnceHash) return { status: 'conflict' }
        const state = stateOf(known)
        if (state.status !== 'abandoned' || known.held === undefined) return state
        known.lease = randomToken()
        known.leaseMs = leaseMs
        known.leaseEndsMs = now() + leaseMs
        pending.add(keyHash)
        return { status: 'resumed', lease: known.lease, held: known.held }
      }
      const spentBy = keyOfSpentOnce.get(spentOnceHash)
      if (spentBy !== undefined && find(spentBy) !== undefined) return { status: 'conflict' }
      if (isFull()) forgetAllExpired()
      // More than one, where many came to nothing at the same time.
      while (isFull() && forgetNoisiest());
      if (isFull()) {
        throw new Error(
          `The memory store remembers ${maxExchanges} exchanges already, so it cannot promise to use a code once. Raise maxExchanges or use a database store. See ${troubleshooting}#maxExchanges`,
        )
      }
      const lease = randomToken()
      const startMs = now()
      pending.add(keyHash)
      entries.set(keyHash, {
        spentOnceHash,
        limitKeyHash,
        lease,
        leaseMs,
        leaseEndsMs: startMs + leaseMs,
        replayEndsMs: startMs + replayMs,
        expiresMs: startMs + keepMs,
      })
      keyOfSpentOnce.set(spentOnceHash, keyHash)
      return { status: 'claimed', lease }
    },
    async readExchange(keyHash) {
      const entry = find(keyHash)
      return entry === undefined ? { status: 'unclaimed' } : stateOf(entry)
    },
    async storeOutcome(keyHash, lease, outcome, isSpent = true) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || entry.outcome !== undefined) return false
      entry.outcome = outcome
      entry.held = undefined
      pending.delete(keyHash)
      if (isSpent) return true
      entry.expiresMs = entry.replayEndsMs
      const ofSender = refused.get(entry.limitKeyHash) ?? new Set()
      refused.set(entry.limitKeyHash, ofSender.add(keyHash))
      return true
    },
    async holdExchange(keyHash, lease, held) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || entry.outcome !== undefined) return false
      entry.held = held
      entry.leaseEndsMs = 0
      pending.delete(keyHash)
      return true
    },
    async releaseExchange(keyHash, lease) {
      const entry = entries.get(keyHash)
      if (entry?.lease === lease && entry.outcome === undefined) forget(keyHash, entry)
    },
  }
}
