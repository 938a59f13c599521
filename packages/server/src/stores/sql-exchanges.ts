// Exchanges in a database.

import { randomToken } from '../crypto/random-token.ts'
import type { ClaimState, ExchangeStore } from './exchange-store.ts'
import type { Row, SqlQuery } from './sql-query.ts'

function stateOf(row: Row, nowMs: number): ClaimState {
  if (row.status !== null) {
    const body = row.body === null ? null : String(row.body)
    return { status: 'finished', outcome: { status: Number(row.status), body } }
  }
  return { status: Number(row.lease_ends_ms) <= nowMs ? 'abandoned' : 'pending' }
}

/**
 * Creates the store for the exchanges of all processes that share a database. Each statement is
 * atomic by itself.
 */
export function createSqlExchanges(query: SqlQuery, now: () => number): ExchangeStore {
  return {
    async claimExchange(claim) {
      const { keyHash, spentOnceHash, leaseMs, keepMs, spentMs = keepMs } = claim
      const nowMs = now()
      await query(
        'DELETE FROM smartcar_exchanges WHERE expires_ms <= $1 AND spent_until_ms <= $1',
        [nowMs],
      )
      // Only the hashes are needed from here on.
      await query(
        'UPDATE smartcar_exchanges SET body = NULL WHERE expires_ms <= $1 AND body IS NOT NULL',
        [nowMs],
      )
      for (;;) {
        const [claimed] = await query(
          `INSERT INTO smartcar_exchanges
           (key_hash, spent_once_hash, lease, lease_ends_ms, expires_ms, spent_until_ms)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING lease`,
          [
            keyHash,
            spentOnceHash,
            randomToken(),
            nowMs + leaseMs,
            nowMs + keepMs,
            nowMs + Math.max(keepMs, spentMs),
          ],
        )
        if (claimed !== undefined) return { status: 'claimed', lease: String(claimed.lease) }
        const [known, other] = await query(
          'SELECT * FROM smartcar_exchanges WHERE key_hash = $1 OR spent_once_hash = $2',
          [keyHash, spentOnceHash],
        )
        // No row: the claim that stood in the way was released between the two statements. Try again.
        if (known === undefined) continue
        const isSame = known.key_hash === keyHash && known.spent_once_hash === spentOnceHash
        const isForgotten = Number(known.expires_ms) <= nowMs
        if (other !== undefined || !isSame || isForgotten) return { status: 'conflict' }
        return stateOf(known, nowMs)
      }
    },
    async readExchange(keyHash) {
      const [row] = await query(
        'SELECT * FROM smartcar_exchanges WHERE key_hash = $1 AND expires_ms > $2',
        [keyHash, now()],
      )
      return row === undefined ? { status: 'unclaimed' } : stateOf(row, now())
    },
    async storeOutcome(keyHash, lease, { status, body }, isSpent = true) {
      const rows = await query(
        `UPDATE smartcar_exchanges SET status = $3, body = $4,
         spent_until_ms = CASE WHEN $6 = 1 THEN spent_until_ms ELSE expires_ms END
         WHERE key_hash = $1 AND lease = $2 AND status IS NULL AND lease_ends_ms > $5
         RETURNING key_hash`,
        [keyHash, lease, status, body, now(), isSpent ? 1 : 0],
      )
      return rows.length === 1
    },
    async releaseExchange(keyHash, lease) {
      await query(
        'DELETE FROM smartcar_exchanges WHERE key_hash = $1 AND lease = $2 AND status IS NULL',
        [keyHash, lease],
      )
    },
  }
}
