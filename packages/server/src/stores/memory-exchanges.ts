// Exchanges in memory.

import { randomToken } from '../crypto/random-token.ts'
import { troubleshooting } from '../troubleshooting.ts'
import type { ClaimState, ExchangeStore } from './exchange-store.ts'
import type { Outcome } from './outcome.ts'

type Entry = {
  spentOnceHash: string
  limitKeyHash: string
  lease: string
  leaseEndsMs: number
  expiresMs: number
  outcome?: Outcome
}

type Spent = { keyHash: string; untilMs: number }

// Hashes are small and outlive the outcomes, so there may be more of them.
const spentPerExchange = 10
const purgePauseMs = 60_000

/** Creates the store for the exchanges of one process; see `createMemoryStore`. */
export function createMemoryExchanges(maxExchanges: number, now: () => number): ExchangeStore {
  const entries = new Map<string, Entry>()
  /** What must not be spent again, by its hash; it outlives the entry. */
  const spent = new Map<string, Spent>()
  /** The hash of each key, as long as what it spent is remembered. */
  const spentOfKey = new Map<string, string>()
  /** The keys of grants that the provider refused, oldest first, by who sent them. */
  const refused = new Map<string, Set<string>>()
  let finished = 0
  let purgedMs = Number.NEGATIVE_INFINITY

  function dropEntry(keyHash: string, entry: Entry): void {
    entries.delete(keyHash)
    if (entry.outcome !== undefined) finished -= 1
    const ofSender = refused.get(entry.limitKeyHash)
    ofSender?.delete(keyHash)
    if (ofSender?.size === 0) refused.delete(entry.limitKeyHash)
  }
  function dropSpent(keyHash: string, spentOnceHash: string): void {
    spent.delete(spentOnceHash)
    spentOfKey.delete(keyHash)
  }
  function forgetExpired(): void {
    const nowMs = now()
    for (const [keyHash, entry] of entries) {
      if (entry.expiresMs <= nowMs) dropEntry(keyHash, entry)
    }
    // The hashes are many and kept for days, so they are looked through once a minute.
    if (Math.abs(nowMs - purgedMs) < purgePauseMs) return
    purgedMs = nowMs
    for (const [hash, { keyHash }] of spent) {
      if (!isSpent(hash) && !entries.has(keyHash)) dropSpent(keyHash, hash)
    }
  }
  function isSpent(spentOnceHash: string | undefined): boolean {
    const found = spentOnceHash === undefined ? undefined : spent.get(spentOnceHash)
    return found !== undefined && found.untilMs > now()
  }
  /** Makes room for one more, if anything may be forgotten at all. */
  function forgetNoisiest(): void {
    const [noisiest] = [...refused.values()].sort((one, other) => other.size - one.size)
    const [keyHash] = noisiest ?? []
    const entry = keyHash === undefined ? undefined : entries.get(keyHash)
    if (keyHash === undefined || entry === undefined) return
    dropEntry(keyHash, entry)
    dropSpent(keyHash, entry.spentOnceHash)
  }
  function stateOf({ outcome, leaseEndsMs }: Entry): ClaimState {
    if (outcome !== undefined) return { status: 'finished', outcome }
    return { status: leaseEndsMs <= now() ? 'abandoned' : 'pending' }
  }
  function isFull(): boolean {
    return finished >= maxExchanges || spent.size >= maxExchanges * spentPerExchange
  }

  return {
    async claimExchange(claim) {
      const { keyHash, spentOnceHash, leaseMs, keepMs } = claim
      const { spentMs = keepMs, limitKeyHash = '' } = claim
      forgetExpired()
      const known = entries.get(keyHash)
      if (known !== undefined) {
        return known.spentOnceHash === spentOnceHash ? stateOf(known) : { status: 'conflict' }
      }
      if (isSpent(spentOnceHash) || isSpent(spentOfKey.get(keyHash))) return { status: 'conflict' }
      // Exchanges under way do not count: each of them is a request that will end.
      if (isFull()) forgetNoisiest()
      if (isFull()) {
        throw new Error(
          `The memory store remembers ${maxExchanges} exchanges already, so it cannot promise to use a code once. Raise maxExchanges or use a database store. See ${troubleshooting}#maxExchanges`,
        )
      }
      const lease = randomToken()
      const startMs = now()
      const times = { leaseEndsMs: startMs + leaseMs, expiresMs: startMs + keepMs }
      entries.set(keyHash, { spentOnceHash, limitKeyHash, lease, ...times })
      spent.set(spentOnceHash, { keyHash, untilMs: startMs + Math.max(keepMs, spentMs) })
      spentOfKey.set(keyHash, spentOnceHash)
      return { status: 'claimed', lease }
    },
    async readExchange(keyHash) {
      forgetExpired()
      const entry = entries.get(keyHash)
      return entry === undefined ? { status: 'unclaimed' } : stateOf(entry)
    },
    async storeOutcome(keyHash, lease, outcome, isSpent = true) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || stateOf(entry).status !== 'pending') return false
      entry.outcome = outcome
      finished += 1
      if (isSpent) return true
      const ofSender = refused.get(entry.limitKeyHash) ?? new Set()
      refused.set(entry.limitKeyHash, ofSender.add(keyHash))
      spent.set(entry.spentOnceHash, { keyHash, untilMs: entry.expiresMs })
      return true
    },
    async releaseExchange(keyHash, lease) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || entry.outcome !== undefined) return
      dropEntry(keyHash, entry)
      dropSpent(keyHash, entry.spentOnceHash)
    },
  }
}
