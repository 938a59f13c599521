// The shared store: PostgreSQL through the app's own `pg` pool.

import { optionError } from '../options/option-error.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { tryAgain } from '../timing/try-again.ts'
import { type PendingMigration, pendingMigrations } from './migrations.ts'
import { createSqlConnections } from './sql-connections.ts'
import { createSqlExchanges } from './sql-exchanges.ts'
import type { Row, SqlValues } from './sql-query.ts'
import { createSqlStartedSessions } from './sql-started-sessions.ts'
import { createSqlVehicles } from './sql-vehicles.ts'
import { createSqlWebhookEvents } from './sql-webhook-events.ts'
import type { Store } from './store.ts'

/** Hears of a connection that broke. */
type Listener = (error: Error) => void

/** The part of a `pg.PoolClient` that the store uses. */
export type PostgresClient = {
  /** Runs one statement. */
  query(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>
  /** The number of its process at the server, by which a statement can be cancelled. */
  processID?: number | null | undefined
  /** Gives the connection back to the pool; `true` closes it instead. */
  release(error?: boolean): void
  /** Hears of a connection that breaks while the store uses it. */
  on?(event: 'error', listener: Listener): unknown
  /** Ends that. */
  off?(event: 'error', listener: Listener): unknown
}

/** The part of a `pg.Pool` that the store uses. */
export type PostgresPool = {
  /** Checks out one connection. */
  connect(): Promise<PostgresClient>
  /** Hears of an idle connection that breaks, as when the database restarts. */
  on?(event: 'error', listener: Listener): unknown
  /** Ends that. */
  off?(event: 'error', listener: Listener): unknown
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
const statementDeadlineMs = 5000
const migrationDeadlineMs = 60_000

/** Without a listener, Node ends the process when a connection breaks. The next statement tells. */
function ignoreError(): void {}

/** Ends a wait at the deadline; what the work does later is given to `clean`. */
async function endAt<T>(
  deadline: Deadline,
  what: string,
  work: Promise<T>,
  clean: (value: T) => void,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLate = false
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true
      reject(new Error(`PostgreSQL ${what} within the time that a statement may take.`))
    }, deadline.remainingMs())
  })
  work.then(
    value => {
      if (isLate) clean(value)
    },
    () => {},
  )
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function connect(pool: PostgresPool, deadline: Deadline): Promise<PostgresClient> {
  // Nothing was sent yet, so that a database which is restarting may be asked again.
  return tryAgain(deadline, () =>
    endAt(deadline, 'gave no connection', pool.connect(), client => client.release()),
  )
}

/**
 * Ends at the server what one of its processes still does for us. A process that waits for a lock does
 * not notice that its client is gone: it would keep its place, and carry the statement out later.
 */
async function cancelStatement(pool: PostgresPool, processId: number): Promise<void> {
  const deadline = deadlineIn(statementDeadlineMs)
  const client = await connect(pool, deadline)
  let isGood = false
  try {
    // Only a statement of this package: the number may be that of another process by now.
    const sql = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
      WHERE pid = $1 AND state = 'active' AND query LIKE '%smartcar\\_%'`
    const cancelling = client.query(sql, [processId])
    await endAt(deadline, 'did not cancel a statement', cancelling, () => {})
    isGood = true
  } finally {
    client.release(!isGood)
  }
}

/** Runs work on one connection, and closes the connection when the work fails or takes too long. */
async function withClient<T>(
  pool: PostgresPool,
  deadline: Deadline,
  work: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  const client = await connect(pool, deadline)
  client.on?.('error', ignoreError)
  let isGood = false
  let isWorking = true
  const working = work(client).finally(() => {
    isWorking = false
  })
  try {
    const result = await endAt(deadline, 'did not answer', working, () => {})
    isGood = true
    return result
  } finally {
    client.off?.('error', ignoreError)
    // Closing the connection ends its open transaction.
    client.release(!isGood)
    const { processID } = client
    // Nothing waits for this, and what goes wrong with it was told by the statement already.
    if (isWorking && typeof processID === 'number') cancelStatement(pool, processID).catch(() => {})
  }
}

async function pendingIn(client: PostgresClient): Promise<PendingMigration[]> {
  const { rows } = await client.query(
    'SELECT coalesce(max(version), 0) AS version FROM smartcar_migrations',
  )
  return pendingMigrations(Number(rows[0]?.version))
}

/**
 * Brings the tables up to date. A database that is needs no lock and no right to make tables: a pooler
 * between may know no advisory locks, and the app's own account may be allowed to read and write alone.
 *
 * @see https://developers.cloudflare.com/hyperdrive/reference/supported-databases-and-features/
 */
async function migrate(client: PostgresClient): Promise<void> {
  const found = await client.query("SELECT to_regclass('smartcar_migrations') AS name")
  if (found.rows[0]?.name != null && (await pendingIn(client)).length === 0) return
  await client.query('BEGIN')
  await client.query(`SET LOCAL lock_timeout = ${migrationDeadlineMs / 2}`)
  await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
  await client.query('CREATE TABLE IF NOT EXISTS smartcar_migrations (version INTEGER PRIMARY KEY)')
  for (const { version, sql } of await pendingIn(client)) {
    await client.query(sql)
    await client.query('INSERT INTO smartcar_migrations VALUES ($1)', [version])
  }
  await client.query('COMMIT')
}

async function prepare(pool: PostgresPool): Promise<void> {
  if (typeof pool?.connect !== 'function') {
    throw optionError(
      'pool',
      'pool is no pool of the package pg, so nothing could be stored. Give the pool that your app makes with the address of its database.',
    )
  }
  pool.off?.('error', ignoreError)
  pool.on?.('error', ignoreError)
  await withClient(pool, deadlineIn(migrationDeadlineMs), migrate)
}

/**
 * Creates a store for processes on any number of machines.
 *
 * The tables are created or brought up to date before the first use, or by `check()`. When that
 * fails, the next use tries again. Every statement ends after five seconds at the latest, the wait
 * for a connection included. The pool belongs to the app: close it after the last use of the store.
 *
 * @returns the store; its methods reject when the database fails
 * @see https://node-postgres.com/apis/pool
 */
export function createPostgresStore(options: PostgresStoreOptions): Store {
  const { pool, now = Date.now } = options
  let ready: Promise<void> | undefined
  let isReady = false
  async function query(sql: string, values: SqlValues): Promise<Row[]> {
    ready ??= prepare(pool).then(
      () => {
        isReady = true
      },
      error => {
        ready = undefined
        throw error
      },
    )
    const deadline = deadlineIn(statementDeadlineMs)
    if (!isReady) await endAt(deadline, 'did not get its tables', ready, () => {})
    return withClient(pool, deadline, async client => (await client.query(sql, [...values])).rows)
  }
  /** Does not wait for the disk: the setting is that of this one transaction. */
  function quick(sql: string, values: SqlValues): Promise<Row[]> {
    return query(`${sql}, set_config('synchronous_commit', 'off', true)`, values)
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
      await ready?.catch(() => {})
    },
  }
}
