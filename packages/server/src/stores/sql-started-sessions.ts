// Started sessions in a database.

import type { SqlQuery } from './sql-query.ts'
import { clockDifferenceMs, startedSessionKeptMs, withHonestEnd } from './started-session-kept.ts'
import type { SessionSetup, StartedSessionStore } from './started-session-store.ts'

/**
 * Reads what a session asks for. A damaged row is no session, so its person starts a new one; the
 * error of the parser would show a part of it.
 */
function readSetup(text: string): SessionSetup | undefined {
  try {
    const setup: unknown = JSON.parse(text)
    return isSetup(setup) ? setup : undefined
  } catch {
    return undefined
  }
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

/** What is not compared counts as right, so that nothing of what was asked may be missing. */
function isSetup(value: unknown): value is SessionSetup {
  if (typeof value !== 'object' || value === null) return false
  const { tokenUrl, clientId, grantKind, scope, ...rest } = value as Record<string, unknown>
  return (
    [tokenUrl, clientId, grantKind].every(text => typeof text === 'string') &&
    Array.isArray(scope) &&
    scope.every(name => typeof name === 'string') &&
    [rest.redirectUri, rest.mode, rest.externalId, rest.vehicleId, rest.vin].every(isTextOrNull)
  )
}

/** Creates the store for the started sessions of all processes that share a database. */
export function createSqlStartedSessions(query: SqlQuery, now: () => number): StartedSessionStore {
  return {
    async saveStartedSession(session, { maxOpen, maxPerMinute }) {
      const nowMs = now()
      await query('DELETE FROM smartcar_started_sessions WHERE created_ms <= $1', [
        nowMs - startedSessionKeptMs,
      ])
      // Counted and written in one statement, so that parallel starts cannot pass the limit.
      const started = await query(
        `INSERT INTO smartcar_started_sessions
         (key_hash, app_session_hash, binding_hash, setup, created_ms, expires_ms)
         SELECT $1, $2, $3, $4, CAST($5 AS BIGINT), CAST($6 AS BIGINT) WHERE $7 > (
           SELECT count(*) FROM smartcar_started_sessions
           WHERE app_session_hash = $2 AND created_ms > $8 AND created_ms <= $9
         ) RETURNING key_hash`,
        [
          session.keyHash,
          session.appSessionHash,
          session.bindingHash,
          JSON.stringify(session.setup),
          session.createdMs,
          session.expiresMs,
          maxPerMinute,
          nowMs - 60_000,
          nowMs + clockDifferenceMs,
        ],
      )
      if (started.length === 0) return false
      await query(
        `UPDATE smartcar_started_sessions SET expires_ms = $2 WHERE key_hash IN (
           SELECT key_hash FROM smartcar_started_sessions AS started
           WHERE app_session_hash = $1 AND key_hash <> $4 AND expires_ms > $2
             AND created_ms <= $5 AND NOT EXISTS (
             SELECT 1 FROM smartcar_exchanges AS exchange
             WHERE exchange.key_hash = started.key_hash
           )
           ORDER BY created_ms DESC LIMIT 1000 OFFSET $3
         )`,
        [session.appSessionHash, nowMs, maxOpen - 1, session.keyHash, nowMs + clockDifferenceMs],
      )
      return true
    },
    async readStartedSession(keyHash) {
      const [row] = await query('SELECT * FROM smartcar_started_sessions WHERE key_hash = $1', [
        keyHash,
      ])
      const setup = row && readSetup(String(row.setup))
      if (row === undefined || setup === undefined) return undefined
      const session = {
        keyHash,
        appSessionHash: String(row.app_session_hash),
        bindingHash: String(row.binding_hash),
        setup,
        createdMs: Number(row.created_ms),
        expiresMs: Number(row.expires_ms),
      }
      // A moment that is no number would never come.
      if (!Number.isFinite(session.createdMs) || !Number.isFinite(session.expiresMs)) {
        return undefined
      }
      return withHonestEnd(session, now())
    },
  }
}
