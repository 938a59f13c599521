// A store in memory: for tests and for one process that may forget on restart.
import { randomToken } from '../random-token.ts'
import type { ExchangeStore, Outcome } from '../store.ts'

/** Options of {@link createMemoryStore}. */
export type MemoryStoreOptions = {
  /**
   * The most exchanges remembered at once. A full store refuses new ones instead of forgetting old
   * codes.
   * @default 10_000
   */
  maxExchanges?: number
  /**
   * The clock, in milliseconds since 1970.
   * @default Date.now
   */
  now?: () => number
}

type Entry = {
  codeHash: string
  lease: string
  leaseEndsMs: number
  expiresMs: number
  outcome?: Outcome
}

/**
 * Creates a store that lives as long as the process.
 *
 * Use it in tests and while developing. Two processes do not see each other's, and a restart
 * forgets everything: use SQLite or PostgreSQL in production.
 */
export const createMemoryStore = (options: MemoryStoreOptions = {}): ExchangeStore => {
  const { maxExchanges = 10_000, now = Date.now } = options
  const entries = new Map<string, Entry>()
  const keyOfCode = new Map<string, string>()

  const forget = (keyHash: string, { codeHash }: Entry): void => {
    entries.delete(keyHash)
    keyOfCode.delete(codeHash)
  }
  const forgetExpired = (): void => {
    for (const [keyHash, entry] of entries) {
      if (entry.expiresMs <= now()) forget(keyHash, entry)
    }
  }
  const stateOf = (entry: Entry) => {
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
