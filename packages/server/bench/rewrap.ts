// What a row costs to rewrap, among a thousand rows and among a million that are done.

import { DatabaseSync } from 'node:sqlite'
import { Pool } from 'pg'
import { randomToken } from '../src/crypto/random-token.ts'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'

const rowsToDo = 500
const keys = ['new', 'old'].map(kid => ({ kid, secret: randomToken() }))

const columns =
  '(id_hash, owner_hash, revision, kid, wrapped_key, identity, access_token, refresh_token, access_expires_ms, refresh_expires_ms, status)'
const text = 'x'.repeat(200)

/** Fills the table with rows that the current key wraps already. */
async function fill(database: string, rows: number): Promise<void> {
  const values = `'owner', 'r', 'new', '${text}', '${text}', '${text}', '${text}', 0, 0, 'active'`
  if (database.startsWith('postgres:')) {
    const pool = new Pool({ connectionString: database })
    await pool.query(
      `INSERT INTO smartcar_connections ${columns} SELECT 'done-' || n, ${values} FROM generate_series(1, ${rows}) AS n`,
    )
    // What the filling leaves to do later must not be measured.
    await pool.query('VACUUM (ANALYZE) smartcar_connections')
    await pool.query('CHECKPOINT')
    await pool.end()
    return
  }
  const sqlite = new DatabaseSync(database)
  sqlite.exec(
    `WITH RECURSIVE rows(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rows WHERE n < ${rows})
     INSERT INTO smartcar_connections ${columns} SELECT 'done-' || n, ${values} FROM rows`,
  )
  sqlite.close()
}

async function measure(database: string, done: number): Promise<number> {
  const isPostgres = database.startsWith('postgres:')
  // What the disk costs is the same for every row, and would hide what reading costs.
  const options = '-c synchronous_commit=off'
  const pool = isPostgres ? new Pool({ connectionString: database, options }) : undefined
  const store = pool ? createPostgresStore({ pool }) : createSqliteStore({ file: database })
  await store.check()
  await pool?.query('TRUNCATE smartcar_connections')
  await fill(database, done)
  const shared = { store, clientId: 'id', clientSecret: 'secret' }
  const before = createTokenVault({ ...shared, keys: keys.slice(1) })
  for (let index = 0; index < rowsToDo; index += 1) {
    await before.save(
      { user: 'ada', connection: `car-${index}` },
      { accessToken: 'a', refreshToken: 'r', accessExpiresAtMs: 1, refreshExpiresAtMs: 1 },
    )
  }
  const after = createTokenVault({ ...shared, keys })
  const startMs = performance.now()
  let sum = 0
  for (let count = -1; count !== 0; sum += count) count = await after.rewrap()
  const tookMs = performance.now() - startMs
  await store.close()
  await pool?.end()
  if (sum !== rowsToDo) throw new Error(`${sum} of ${rowsToDo} rows were rewrapped.`)
  return (tookMs * 1000) / rowsToDo
}

/** Rewraps 500 rows among a thousand and among a million; the ratio should be about 1. */
export async function benchRewrap(
  folder: string,
  postgresUrl: string,
): Promise<Record<string, object>> {
  const table: Record<string, object> = {}
  for (const [name, databaseOf] of [
    ['SQLite', (rows: number) => `${folder}/rewrap-${rows}.db`],
    ['PostgreSQL', () => postgresUrl],
  ] as const) {
    // The first run only warms up.
    await measure(databaseOf(999), 999)
    const few = await measure(databaseOf(1000), 1000)
    const many = await measure(databaseOf(1_000_000), 1_000_000)
    table[name] = {
      'µs a row among 1,000': Math.round(few),
      'µs a row among 1,000,000': Math.round(many),
      ratio: Number((many / few).toFixed(2)),
    }
  }
  return table
}
