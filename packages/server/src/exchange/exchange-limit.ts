// Bounds how often one sender may send grants that come to nothing.

const windowMs = 60_000
const maxPerWindow = 20
const maxKeys = 10_000

/** Counts grants by who sends them. */
export type ExchangeLimit = {
  /** Counts a grant; `false` when its sender has sent too many, and then it counts nothing. */
  begin(key: string): boolean
  /** Takes a grant out of the count again, because it was a real one or came a second time. */
  forgive(key: string): void
}

/**
 * Creates the limit of one process: 20 grants a minute that came to nothing, or have no outcome yet.
 * It remembers 10,000 senders; beyond that the one that began first is forgotten.
 */
export function createExchangeLimit(now: () => number): ExchangeLimit {
  const windows = new Map<string, { startMs: number; count: number }>()
  return {
    begin(key) {
      const nowMs = now()
      const current = windows.get(key)
      // Also after a clock was set back.
      const isOver = current === undefined || Math.abs(nowMs - current.startMs) >= windowMs
      const window = isOver ? { startMs: nowMs, count: 0 } : current
      if (window.count >= maxPerWindow) return false
      window.count += 1
      if (isOver) windows.delete(key)
      windows.set(key, window)
      if (windows.size > maxKeys) {
        const [oldest] = windows.keys()
        if (oldest !== undefined) windows.delete(oldest)
      }
      return true
    },
    forgive(key) {
      const window = windows.get(key)
      if (window !== undefined) window.count = Math.max(0, window.count - 1)
    },
  }
}
