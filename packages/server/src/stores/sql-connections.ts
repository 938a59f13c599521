// Connections in a database.

import { randomToken } from '../crypto/random-token.ts'
import type { ConnectionRecord, ConnectionStore } from './connection-store.ts'
import { latestLeaseEnd } from './lease-time.ts'
import type { Row, SqlQuery } from './sql-query.ts'

function recordOf(row: Row): ConnectionRecord {
  return {
    idHash: String(row.id_hash),
    ownerHash: String(row.owner_hash),
    revision: String(row.revision),
    kid: String(row.kid),
    wrappedKey: String(row.wrapped_key),
    identity: String(row.identity),
    accessToken: String(row.access_token),
    refreshToken: String(row.refresh_token),
    accessExpiresAtMs: Number(row.access_expires_ms),
    refreshExpiresAtMs: Number(row.refresh_expires_ms),
    status: row.status === 'active' ? 'active' : 'needs_reauth',
  }
}

function valuesOf(record: ConnectionRecord) {
  return [
    record.idHash,
    record.ownerHash,
    record.revision,
    record.kid,
    record.wrappedKey,
    record.identity,
    record.accessToken,
    record.refreshToken,
    record.accessExpiresAtMs,
    record.refreshExpiresAtMs,
    record.status,
  ]
}

/**
 * Creates the store for the connections of all processes that share a database. Each statement is
 * atomic by itself.
 */
export function createSqlConnections(query: SqlQuery, now: () => number): ConnectionStore {
  return {
    async saveConnection(record) {
      await query(
        `INSERT INTO smartcar_connections
       (id_hash, owner_hash, revision, kid, wrapped_key, identity, access_token, refresh_token,
        access_expires_ms, refresh_expires_ms, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (id_hash) DO UPDATE SET
         owner_hash = $2, revision = $3, kid = $4, wrapped_key = $5, identity = $6,
         access_token = $7, refresh_token = $8, access_expires_ms = $9, refresh_expires_ms = $10,
         status = $11, lease = NULL, lease_ends_ms = NULL`,
        valuesOf(record),
      )
    },
    async readConnection(idHash) {
      const [row] = await query('SELECT * FROM smartcar_connections WHERE id_hash = $1', [idHash])
      return row && recordOf(row)
    },
    async listConnections(ownerHash) {
      const sql = 'SELECT * FROM smartcar_connections WHERE owner_hash = $1 ORDER BY id_hash'
      return (await query(sql, [ownerHash])).map(recordOf)
    },
    async deleteConnection(idHash) {
      const sql = 'DELETE FROM smartcar_connections WHERE id_hash = $1 RETURNING id_hash'
      return (await query(sql, [idHash])).length === 1
    },
    async leaseConnection(idHash, revision, leaseMs) {
      const nowMs = now()
      const [row] = await query(
        `UPDATE smartcar_connections SET lease = $3, lease_ends_ms = $4
       WHERE id_hash = $1 AND revision = $2 AND status = 'active'
         AND (lease IS NULL OR lease_ends_ms <= $5 OR lease_ends_ms > $6)
       RETURNING lease`,
        [idHash, revision, randomToken(), nowMs + leaseMs, nowMs, latestLeaseEnd(nowMs, leaseMs)],
      )
      return row && String(row.lease)
    },
    async rotateConnection(lease, record) {
      const rows = await query(
        `UPDATE smartcar_connections SET
         owner_hash = $2, revision = $3, kid = $4, wrapped_key = $5, identity = $6,
         access_token = $7, refresh_token = $8, access_expires_ms = $9, refresh_expires_ms = $10,
         status = $11, lease = NULL, lease_ends_ms = NULL
       WHERE id_hash = $1 AND lease = $12 RETURNING id_hash`,
        [...valuesOf(record), lease],
      )
      return rows.length === 1
    },
    async retireConnection(idHash, lease) {
      const rows = await query(
        `UPDATE smartcar_connections
       SET status = 'needs_reauth', lease = NULL, lease_ends_ms = NULL
       WHERE id_hash = $1 AND lease = $2 RETURNING id_hash`,
        [idHash, lease],
      )
      return rows.length === 1
    },
    async releaseConnection(idHash, lease) {
      await query(
        `UPDATE smartcar_connections SET lease = NULL, lease_ends_ms = NULL
       WHERE id_hash = $1 AND lease = $2`,
        [idHash, lease],
      )
    },
    async connectionsToRewrap(kid, limit, after) {
      // Both ranges end at `kid`, so that the index leads past all rows that are done.
      const from = [after?.kid ?? '', after?.idHash ?? '']
      const lower = await query(
        `SELECT * FROM smartcar_connections
         WHERE kid < $1 AND (kid, id_hash) > ($2, $3) ORDER BY kid, id_hash LIMIT $4`,
        [kid, ...from, limit],
      )
      const higher =
        lower.length < limit
          ? await query(
              `SELECT * FROM smartcar_connections
               WHERE kid > $1 AND (kid, id_hash) > ($2, $3) ORDER BY kid, id_hash LIMIT $4`,
              [kid, ...from, limit - lower.length],
            )
          : []
      return [...lower, ...higher].map(recordOf)
    },
    async rewrapConnection({ idHash, revision, kid, wrappedKey }) {
      const rows = await query(
        `UPDATE smartcar_connections SET kid = $3, wrapped_key = $4
       WHERE id_hash = $1 AND revision = $2 RETURNING id_hash`,
        [idHash, revision, kid, wrappedKey],
      )
      return rows.length === 1
    },
  }
}
