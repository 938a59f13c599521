// Exchanges in a database.

import { randomToken } from '../crypto/random-token.ts'
import type { ClaimState, ExchangeStore } from './exchange-store.ts'
import { isLeaseHeld } from './lease-time.ts'
import type { Row, SqlQuery } from './sql-query.ts'

// Each try fails only when another caller changed the row between two statements.
const maxTries = 20
const forgottenAtOnce = 1000
const nextMs = 50

function stateOf(row: Row, nowMs: number): ClaimState {
  if (row.status !== null && Number(row.replay_ends_ms) > nowMs) {
    const body = row.body === null ? null : String(row.body)
    return { status: 'finished', outcome: { status: Number(row.status), body } }
  }
  const isPending =
    row.status === null && isLeaseHeld(Number(row.lease_ends_ms), Number(row.lease_ms), nowMs)
  return { status: isPending ? 'pending' : 'abandoned' }
}

/**
 * Creates the store for the exchanges of all processes that share a database. Each statement is
 * atomic by itself.
 */
export function createSqlExchanges(query: SqlQuery, now: () => number): ExchangeStore {
  let forgetting: ReturnType<typeof setTimeout> | undefined

  /** Returns whether there is more to forget. */
  async function forgetOld(): Promise<boolean> {
    // A few at a time: SQLite blocks the process meanwhile, and a flood leaves hundreds of thousands.
    const deleted = await query(
      `DELETE FROM smartcar_exchanges WHERE key_hash IN (
         SELECT key_hash FROM smartcar_exchanges WHERE expires_ms <= $1 LIMIT $2)
       RETURNING key_hash`,
      [now(), forgottenAtOnce],
    )
    const emptied = await query(
      `UPDATE smartcar_exchanges SET status = NULL, body = NULL, held = NULL, lease_ends_ms = 0
       WHERE key_hash IN (
         SELECT key_hash FROM smartcar_exchanges
         WHERE replay_ends_ms <= $1 AND (status IS NOT NULL OR held IS NOT NULL) LIMIT $2)
       RETURNING key_hash`,
      [now(), forgottenAtOnce],
    )
    return deleted.length === forgottenAtOnce || emptied.length === forgottenAtOnce
  }

  /** Forgets an outcome when it cannot be asked for any more, also where no other exchange comes. */
  function forgetLater(ms: number): void {
    if (forgetting !== undefined) return
    forgetting = setTimeout(() => {
      forgetting = undefined
      forgetOld()
        .then(hasMore => {
          if (hasMore) forgetLater(nextMs)
        })
        .catch(() => {
          // The next claim tries again.
        })
    }, ms)
    // Must not keep a process alive. Some runtimes return a number.
    if (typeof forgetting === 'object') forgetting.unref?.()
  }

  return {
    async claimExchange(claim) {
      const { keyHash, spentOnceHash, leaseMs, keepMs, replayMs = keepMs } = claim
      const nowMs = now()
      await forgetOld()
      for (let tries = 1; tries <= maxTries; tries += 1) {
        const [claimed] = await query(
          `INSERT INTO smartcar_exchanges
           (key_hash, spent_once_hash, lease, lease_ends_ms, lease_ms, replay_ends_ms, expires_ms)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING lease`,
          [
            keyHash,
            spentOnceHash,
            randomToken(),
            nowMs + leaseMs,
            leaseMs,
            nowMs + replayMs,
            nowMs + keepMs,
          ],
        )
        if (claimed !== undefined) {
          forgetLater(replayMs + 1000)
          return { status: 'claimed', lease: String(claimed.lease) }
        }
        const [known, other] = await query(
          'SELECT * FROM smartcar_exchanges WHERE key_hash = $1 OR spent_once_hash = $2',
          [keyHash, spentOnceHash],
        )
        // No row: the claim that stood in the way was released between the two statements. Try again.
        if (known === undefined) continue
        if (Number(known.expires_ms) <= nowMs) {
          // Not forgotten yet, because there was so much else.
          const sql = 'DELETE FROM smartcar_exchanges WHERE key_hash = $1 AND expires_ms <= $2'
          await query(sql, [String(known.key_hash), nowMs])
          continue
        }
        const isSame = known.key_hash === keyHash && known.spent_once_hash === spentOnceHash
        if (other !== undefined || !isSame) return { status: 'conflict' }
        const state = stateOf(known, nowMs)
        const isHeld = known.held !== null && Number(known.replay_ends_ms) > nowMs
        if (state.status !== 'abandoned' || !isHeld) return state
        const [resumed] = await query(
          `UPDATE smartcar_exchanges SET lease = $2, lease_ends_ms = $3, lease_ms = $4
           WHERE key_hash = $1 AND lease = $5 AND held IS NOT NULL AND status IS NULL
             AND replay_ends_ms > $6 RETURNING lease, held`,
          [keyHash, randomToken(), nowMs + leaseMs, leaseMs, String(known.lease), nowMs],
        )
        // No row: another caller resumed it first. Read it again.
        if (resumed === undefined) continue
        return { status: 'resumed', lease: String(resumed.lease), held: String(resumed.held) }
      }
      throw new Error(`The claim changed ${maxTries} times while it was being made. Try again.`)
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
        `UPDATE smartcar_exchanges SET status = $3, body = $4, held = NULL,
         expires_ms = CASE WHEN $5 = 1 THEN expires_ms ELSE replay_ends_ms END
         WHERE key_hash = $1 AND lease = $2 AND status IS NULL RETURNING key_hash`,
        [keyHash, lease, status, body, isSpent ? 1 : 0],
      )
      return rows.length === 1
    },
    async holdExchange(keyHash, lease, held) {
      const rows = await query(
        `UPDATE smartcar_exchanges SET held = $3, lease_ends_ms = 0
         WHERE key_hash = $1 AND lease = $2 AND status IS NULL RETURNING key_hash`,
        [keyHash, lease, held],
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
