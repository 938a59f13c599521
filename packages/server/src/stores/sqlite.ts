// The embedded store: SQLite through Node's own module.

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { optionError } from '../options/option-error.ts'
import { troubleshooting } from '../troubleshooting.ts'
import { pendingMigrations } from './migrations.ts'
import { createSqlConnections } from './sql-connections.ts'
import { createSqlExchanges } from './sql-exchanges.ts'
import type { Row, SqlValues } from './sql-query.ts'
import { createSqlStartedSessions } from './sql-started-sessions.ts'
import { createSqlVehicles } from './sql-vehicles.ts'
import { createSqlWebhookEvents } from './sql-webhook-events.ts'
import { whenFree } from './sqlite-lock.ts'
import type { Store } from './store.ts'

/** Options of {@link createSqliteStore}. */
export type SqliteStoreOptions = {
  /** The database file, created if it does not exist; `':memory:'` for a test. */
  file: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}

/** Loads Node's module when it is needed, because older versions of Node do not have it. */
async function loadSqlite(): Promise<typeof DatabaseSync> {
  try {
    return (await import('node:sqlite')).DatabaseSync
  } catch (cause) {
    const version = typeof process === 'undefined' ? 'This runtime' : `Node ${process.version}`
    // Waiting does not help, so it is a mistake in the configuration.
    throw new TypeError(
      `${version} has no node:sqlite, so the SQLite store cannot open its file. Use Node 22.13 or newer, or createPostgresStore. See ${troubleshooting}#sqlite`,
      { cause },
    )
  }
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

/** Opens the file. What SQLite says about it does not tell which file, nor what to do. */
function openFile(Database: typeof DatabaseSync, file: string): DatabaseSync {
  try {
    return new Database(file)
  } catch (cause) {
    // A folder can be made while the app runs, so the next use tries again: no mistake in an option.
    throw new Error(
      `The file of the SQLite store could not be opened, so nothing can be stored. Make its folder, and let this process write there; a relative path begins where the process was started. See ${troubleshooting}#file`,
      { cause },
    )
  }
}

async function openDatabase(file: string): Promise<DatabaseSync> {
  if (typeof file !== 'string' || file.trim() === '') {
    throw optionError(
      'file',
      'file is missing or empty, and SQLite would keep everything in a file that is deleted at the end. Give the path of the database file.',
    )
  }
  const Database = await loadSqlite()
  const database = openFile(Database, file)
  try {
    // A lock is waited for outside of SQLite, which would block every other request meanwhile.
    database.exec('PRAGMA busy_timeout = 0')
    await whenFree(() => database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'))
    // What is forgotten is overwritten, not only unlinked.
    database.exec('PRAGMA secure_delete = ON')
    await whenFree(() => migrate(database))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Creates a store in one file, for all processes of one machine.
 *
 * The file is opened at the first use, or by `check()`; its tables are created or brought up to date
 * then. When that fails, the method rejects and the next use tries again. What a method wrote is on
 * the disk as soon as the method has resolved, and survives a power cut. A file that another process
 * locks is waited for, up to five seconds, without blocking this process. Needs Node 22.13 or newer.
 *
 * @returns the store; its methods reject when the database fails
 * @see https://www.sqlite.org/wal.html
 */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const { file, now = Date.now } = options
  const statements = new Map<string, StatementSync>()
  let opening: Promise<DatabaseSync> | undefined
  let isClosed = false

  function open(): Promise<DatabaseSync> {
    if (isClosed) {
      return Promise.reject(
        new Error('This SQLite store was closed, so it cannot be used. Create another one.'),
      )
    }
    opening ??= openDatabase(file).catch(error => {
      opening = undefined
      throw error
    })
    return opening
  }
  async function query(sql: string, values: SqlValues): Promise<Row[]> {
    const database = await open()
    const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))
    return whenFree(() => {
      const statement = statements.get(sql) ?? database.prepare(sql)
      statements.set(sql, statement)
      return statement.all(named)
    })
  }
  /** Does not wait for the disk. No other statement of this process can run in between. */
  async function quick(sql: string, values: SqlValues): Promise<Row[]> {
    const database = await open()
    const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))
    return whenFree(() => {
      const statement = statements.get(sql) ?? database.prepare(sql)
      statements.set(sql, statement)
      database.exec('PRAGMA synchronous = NORMAL')
      try {
        return statement.all(named)
      } finally {
        database.exec('PRAGMA synchronous = FULL')
      }
    })
  }
  return {
    ...createSqlExchanges(query, now),
    ...createSqlStartedSessions(query, now),
    ...createSqlConnections(query, now),
    ...createSqlVehicles(query, now),
    ...createSqlWebhookEvents(query, quick, now),
    async check() {
      await query('SELECT count(*) FROM smartcar_exchanges WHERE key_hash = $1', [''])
    },
    async close() {
      isClosed = true
      const database = await opening?.catch(() => undefined)
      database?.close()
      opening = undefined
    },
  }
}
