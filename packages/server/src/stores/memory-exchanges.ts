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

/** Creates the store for the exchanges of one process; see `createMemoryStore`. */
export function createMemoryExchanges(maxExchanges: number, now: () => number): ExchangeStore {
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
  /** Makes room for one more, if anything may be forgotten at all. */
  function forgetNoisiest(): void {
    const [noisiest] = [...refused.values()].sort((one, other) => other.size - one.size)
    const [keyHash = ''] = noisiest ?? []
    const entry = entries.get(keyHash)
    if (entry !== undefined) forget(keyHash, entry)
  }
  function isFull(): boolean {
    return entries.size - pending.size >= maxExchanges
  }
  function forgetExpired(): void {
    const nowMs = now()
    for (const [keyHash, entry] of entries) {
      if (entry.expiresMs <= nowMs) forget(keyHash, entry)
      else if (entry.replayEndsMs <= nowMs) {
        entry.outcome = undefined
        entry.held = undefined
        entry.leaseEndsMs = 0
        pending.delete(keyHash)
      }
    }
  }
  function stateOf({ outcome, leaseEndsMs, leaseMs }: Entry): ClaimState {
    if (outcome !== undefined) return { status: 'finished', outcome }
    return { status: isLeaseHeld(leaseEndsMs, leaseMs, now()) ? 'pending' : 'abandoned' }
  }

  return {
    async claimExchange(claim) {
      const { keyHash, spentOnceHash, leaseMs, keepMs } = claim
      const { replayMs = keepMs, limitKeyHash = '' } = claim
      forgetExpired()
      const known = entries.get(keyHash)
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
      if (keyOfSpentOnce.has(spentOnceHash)) return { status: 'conflict' }
      if (isFull()) forgetNoisiest()
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
      forgetExpired()
      const entry = entries.get(keyHash)
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
