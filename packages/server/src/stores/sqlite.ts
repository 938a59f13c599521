// The embedded store: SQLite through Node's own module.

import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { pendingMigrations } from './migrations.ts'
import { createSqlConnections } from './sql-connections.ts'
import { createSqlExchanges } from './sql-exchanges.ts'
import type { Row, SqlValues } from './sql-query.ts'
import { createSqlStartedSessions } from './sql-started-sessions.ts'
import type { Store } from './store.ts'

/** Options of {@link createSqliteStore}. */
export type SqliteStoreOptions = {
  /** The database file, created if it does not exist; `':memory:'` for a test. */
  file: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}

function migrate(database: DatabaseSync): void {
  // The lock comes first, so that the second of two starting processes waits and has nothing to do.
  database.exec('BEGIN IMMEDIATE')
  try {
    const row = database.prepare('PRAGMA user_version').get()
    for (const { version, sql } of pendingMigrations(Number(row?.user_version))) {
      database.exec(`${sql}; PRAGMA user_version = ${version}`)
    }
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/**
 * Opens a store in one file, for all processes of one machine.
 *
 * The tables are created or brought up to date at once. What a method wrote is on the disk as soon
 * as the method has resolved, and survives a power cut. Needs Node 22.13 or newer.
 *
 * @throws {Error} when the file cannot be opened or belongs to a newer release.
 * @see https://www.sqlite.org/wal.html
 */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const { file, now = Date.now } = options
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  migrate(database)

  const statements = new Map<string, StatementSync>()
  async function query(sql: string, values: SqlValues): Promise<Row[]> {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement.all(
      Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value] as const)),
    )
  }
  return {
    ...createSqlExchanges(query, now),
    ...createSqlStartedSessions(query, now),
    ...createSqlConnections(query, now),
    async close() {
      database.close()
    },
  }
}
