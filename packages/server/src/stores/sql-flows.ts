// Flows in a database.

import { flowKeptMs } from './flow-kept.ts'
import type { FlowStore } from './flow-store.ts'
import type { SqlQuery } from './sql-query.ts'

/** The flows of all processes that share a database. */
export function createSqlFlows(query: SqlQuery, now: () => number): FlowStore {
  return {
    async openFlow(flow, { maxOpen, maxPerMinute }) {
      const nowMs = now()
      await query('DELETE FROM smartcar_flows WHERE created_ms <= $1', [nowMs - flowKeptMs])
      // Counted and written in one statement, so that parallel starts cannot slip past the limit.
      const started = await query(
        `INSERT INTO smartcar_flows
       (key_hash, session_hash, binding_hash, setup, created_ms, expires_ms)
       SELECT $1, $2, $3, $4, CAST($5 AS BIGINT), CAST($6 AS BIGINT) WHERE $7 > (
         SELECT count(*) FROM smartcar_flows WHERE session_hash = $2 AND created_ms > $8
       ) RETURNING key_hash`,
        [
          flow.keyHash,
          flow.sessionHash,
          flow.bindingHash,
          JSON.stringify(flow.setup),
          flow.createdMs,
          flow.expiresMs,
          maxPerMinute,
          nowMs - 60_000,
        ],
      )
      if (started.length === 0) return false
      await query(
        `UPDATE smartcar_flows SET expires_ms = $2 WHERE key_hash IN (
         SELECT key_hash FROM smartcar_flows AS flow
         WHERE session_hash = $1 AND key_hash <> $4 AND expires_ms > $2 AND NOT EXISTS (
           SELECT 1 FROM smartcar_exchanges AS exchange WHERE exchange.key_hash = flow.key_hash
         )
         ORDER BY created_ms DESC LIMIT 1000 OFFSET $3
       )`,
        [flow.sessionHash, nowMs, maxOpen - 1, flow.keyHash],
      )
      return true
    },
    async readFlow(keyHash) {
      const [row] = await query('SELECT * FROM smartcar_flows WHERE key_hash = $1', [keyHash])
      return (
        row && {
          keyHash,
          sessionHash: String(row.session_hash),
          bindingHash: String(row.binding_hash),
          setup: JSON.parse(String(row.setup)),
          createdMs: Number(row.created_ms),
          expiresMs: Number(row.expires_ms),
        }
      )
    },
  }
}
