// The shared store: PostgreSQL through the app's own `pg` pool.

import { pendingMigrations } from './migrations.ts'
import { createSqlConnections } from './sql-connections.ts'
import { createSqlExchanges } from './sql-exchanges.ts'
import type { Row, SqlValues } from './sql-query.ts'
import { createSqlStartedSessions } from './sql-started-sessions.ts'
import type { Store } from './store.ts'

type Queryable = {
  /** Runs one statement. */
  query(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** The part of a `pg.PoolClient` that the store uses. */
export type PostgresClient = Queryable & {
  /** Gives the connection back to the pool; `true` closes it instead. */
  release(error?: boolean): void
}

/** The part of a `pg.Pool` that the store uses. */
export type PostgresPool = Queryable & {
  /** Checks out one connection, for a transaction. */
  connect(): Promise<PostgresClient>
}

/** Options of {@link createPostgresStore}. */
export type PostgresStoreOptions = {
  /** A `pg.Pool`. Its search path decides which schema holds the tables. */
  pool: PostgresPool
  /**
   * The clock, in milliseconds since 1970. Keep the clocks of all machines within seconds.
   * @default Date.now
   */
  now?: () => number
}

// A number of this package alone, so that two starting processes do not create the tables twice.
const migrationLock = 7_362_715_100

async function migrate(pool: PostgresPool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
    await client.query(
      'CREATE TABLE IF NOT EXISTS smartcar_migrations (version INTEGER PRIMARY KEY)',
    )
    const { rows } = await client.query(
      'SELECT coalesce(max(version), 0) AS version FROM smartcar_migrations',
    )
    for (const { version, sql } of pendingMigrations(Number(rows[0]?.version))) {
      await client.query(sql)
      await client.query('INSERT INTO smartcar_migrations VALUES ($1)', [version])
    }
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // Closing the connection ends its open transaction.
    client.release(true)
    throw error
  }
}

/**
 * Opens a store for processes on any number of machines.
 *
 * The tables are created or brought up to date before the first use. When that fails, the next use
 * tries again. The pool belongs to the app: close it after the last use of the store.
 *
 * @see https://node-postgres.com/apis/pool
 */
export function createPostgresStore(options: PostgresStoreOptions): Store {
  const { pool, now = Date.now } = options
  let ready: Promise<void> | undefined
  async function query(sql: string, values: SqlValues): Promise<Row[]> {
    ready ??= migrate(pool).catch(error => {
      ready = undefined
      throw error
    })
    await ready
    return (await pool.query(sql, [...values])).rows
  }
  return {
    ...createSqlExchanges(query, now),
    ...createSqlStartedSessions(query, now),
    ...createSqlConnections(query, now),
    async close() {
      await ready?.catch(() => {})
    },
  }
}
