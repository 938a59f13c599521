// Exchanges in memory.

import { randomToken } from '../crypto/random-token.ts'
import { troubleshooting } from '../troubleshooting.ts'
import type { ClaimState, ExchangeStore } from './exchange-store.ts'
import { isLeaseHeld } from './lease-time.ts'
import type { Outcome } from './outcome.ts'

type Entry = {
  spentOnceHash: string
  lease: string
  leaseMs: number
  leaseEndsMs: number
  expiresMs: number
  outcome?: Outcome | undefined
  held?: string | undefined
}

/** Creates the store for the exchanges of one process; see `createMemoryStore`. */
export function createMemoryExchanges(maxExchanges: number, now: () => number): ExchangeStore {
  const entries = new Map<string, Entry>()
  const keyOfSpentOnce = new Map<string, string>()

  function forget(keyHash: string, { spentOnceHash }: Entry): void {
    entries.delete(keyHash)
    keyOfSpentOnce.delete(spentOnceHash)
  }
  function forgetExpired(): void {
    for (const [keyHash, entry] of entries) {
      if (entry.expiresMs <= now()) forget(keyHash, entry)
    }
  }
  function stateOf({ outcome, leaseEndsMs, leaseMs }: Entry): ClaimState {
    if (outcome !== undefined) return { status: 'finished', outcome }
    return { status: isLeaseHeld(leaseEndsMs, leaseMs, now()) ? 'pending' : 'abandoned' }
  }

  return {
    async claimExchange({ keyHash, spentOnceHash, leaseMs, keepMs }) {
      forgetExpired()
      const known = entries.get(keyHash)
      if (known !== undefined) {
        if (known.spentOnceHash !== spentOnceHash) return { status: 'conflict' }
        const state = stateOf(known)
        if (state.status !== 'abandoned' || known.held === undefined) return state
        known.lease = randomToken()
        known.leaseMs = leaseMs
        known.leaseEndsMs = now() + leaseMs
        return { status: 'resumed', lease: known.lease, held: known.held }
      }
      if (keyOfSpentOnce.has(spentOnceHash)) return { status: 'conflict' }
      if (entries.size >= maxExchanges) {
        throw new Error(
          `The memory store remembers ${maxExchanges} exchanges already, so it cannot promise to use a code once. Raise maxExchanges or use a database store. See ${troubleshooting}#maxExchanges`,
        )
      }
      const lease = randomToken()
      const startMs = now()
      entries.set(keyHash, {
        spentOnceHash,
        lease,
        leaseMs,
        leaseEndsMs: startMs + leaseMs,
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
    async storeOutcome(keyHash, lease, outcome) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || entry.outcome !== undefined) return false
      entry.outcome = outcome
      entry.held = undefined
      return true
    },
    async holdExchange(keyHash, lease, held) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || entry.outcome !== undefined) return false
      entry.held = held
      entry.leaseEndsMs = 0
      return true
    },
    async releaseExchange(keyHash, lease) {
      const entry = entries.get(keyHash)
      if (entry?.lease === lease && entry.outcome === undefined) forget(keyHash, entry)
    },
  }
}
