// Exchanges in memory.

import { randomToken } from '../crypto/random-token.ts'
import type { ExchangeStore, Outcome } from './exchange-store.ts'

type Entry = {
  codeHash: string
  lease: string
  leaseEndsMs: number
  expiresMs: number
  outcome?: Outcome
}

/** The exchanges of one process; see `createMemoryStore`. */
export function createMemoryExchanges(maxExchanges: number, now: () => number): ExchangeStore {
  const entries = new Map<string, Entry>()
  const keyOfCode = new Map<string, string>()

  function forget(keyHash: string, { codeHash }: Entry): void {
    entries.delete(keyHash)
    keyOfCode.delete(codeHash)
  }
  function forgetExpired(): void {
    for (const [keyHash, entry] of entries) {
      if (entry.expiresMs <= now()) forget(keyHash, entry)
    }
  }
  function stateOf(entry: Entry) {
    if (entry.outcome !== undefined) {
      return { status: 'finished', outcome: entry.outcome } as const
    }
    return { status: entry.leaseEndsMs <= now() ? 'abandoned' : 'pending' } as const
  }

  return {
    async claimExchange({ keyHash, codeHash, leaseMs, keepMs }) {
      forgetExpired()
      const known = entries.get(keyHash)
      if (known !== undefined) {
        return known.codeHash === codeHash ? stateOf(known) : { status: 'conflict' }
      }
      if (keyOfCode.has(codeHash)) return { status: 'conflict' }
      if (entries.size >= maxExchanges) {
        throw new Error(
          `The memory store remembers ${maxExchanges} exchanges already, so it cannot promise to use a code once. Raise maxExchanges or use a database store.`,
        )
      }
      const lease = randomToken()
      const startMs = now()
      entries.set(keyHash, {
        codeHash,
        lease,
        leaseEndsMs: startMs + leaseMs,
        expiresMs: startMs + keepMs,
      })
      keyOfCode.set(codeHash, keyHash)
      return { status: 'claimed', lease }
    },
    async readExchange(keyHash) {
      forgetExpired()
      const entry = entries.get(keyHash)
      return entry === undefined ? { status: 'released' } : stateOf(entry)
    },
    async finishExchange(keyHash, lease, outcome) {
      const entry = entries.get(keyHash)
      if (entry?.lease !== lease || stateOf(entry).status !== 'pending') return false
      entry.outcome = outcome
      return true
    },
    async releaseExchange(keyHash, lease) {
      const entry = entries.get(keyHash)
      if (entry?.lease === lease && entry.outcome === undefined) forget(keyHash, entry)
    },
  }
}
