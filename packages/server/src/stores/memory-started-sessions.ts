// Started sessions in memory.

import type { ExchangeStore } from './exchange-store.ts'
import { clockDifferenceMs, startedSessionKeptMs, withHonestEnd } from './started-session-kept.ts'
import type { StartedSession, StartedSessionStore } from './started-session-store.ts'

/** Creates the store for the started sessions of one process; see `createMemoryStore`. */
export function createMemoryStartedSessions(
  exchanges: Pick<ExchangeStore, 'readExchange'>,
  now: () => number,
): StartedSessionStore {
  const sessions = new Map<string, StartedSession>()

  async function isOpen(session: StartedSession): Promise<boolean> {
    const { keyHash, expiresMs } = withHonestEnd(session, now())
    return expiresMs > now() && (await exchanges.readExchange(keyHash)).status === 'unclaimed'
  }

  return {
    async saveStartedSession(session, { maxOpen, maxPerMinute }) {
      const nowMs = now()
      for (const { keyHash, createdMs } of sessions.values()) {
        if (createdMs <= nowMs - startedSessionKeptMs) sessions.delete(keyHash)
      }
      const earlier = [...sessions.values()].filter(
        other => other.appSessionHash === session.appSessionHash,
      )
      const recent = earlier.filter(
        ({ createdMs }) => createdMs > nowMs - 60_000 && createdMs <= nowMs + clockDifferenceMs,
      )
      if (recent.length >= maxPerMinute) return false
      sessions.set(session.keyHash, { ...session })
      const open: StartedSession[] = []
      for (const other of earlier) if (await isOpen(other)) open.push(other)
      for (const oldest of open.slice(0, Math.max(0, open.length + 1 - maxOpen))) {
        oldest.expiresMs = now()
      }
      return true
    },
    async readStartedSession(keyHash) {
      const session = sessions.get(keyHash)
      return session && { ...withHonestEnd(session, now()) }
    },
  }
}
