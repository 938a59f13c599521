// For tests: a fresh, empty store of each kind, with a clock that can be moved.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import type { Store } from '../src/stores/store.ts'

/** A store of its own for one test. */
export type TestStore = {
  store: Store
  /** Opens the same data again, as another process would. */
  reopen: () => Store
  /** Moves the clock, in milliseconds. */
  pass: (ms: number) => void
  now: () => number
  /** Everything that the database holds, as text. */
  dump: () => Promise<string>
  close: () => Promise<void>
}

const tables = [
  'smartcar_exchanges',
  'smartcar_started_sessions',
  'smartcar_connections',
  'smartcar_vehicles',
  'smartcar_webhook_events',
  'smartcar_told_states',
]
let schemas = 0

function movableClock() {
  let nowMs = 1_700_000_000_000
  function pass(ms: number): void {
    nowMs += ms
  }
  return { now: () => nowMs, pass }
}

/** SQLite in a folder of its own. */
export async function openSqliteTestStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'smartcar-sqlite-'))
  const clock = movableClock()
  const stores: Store[] = []
  function reopen() {
    const store = createSqliteStore({ file: join(folder, 'store.db'), now: clock.now })
    stores.push(store)
    return store
  }
  return {
    ...clock,
    store: reopen(),
    reopen,
    async dump() {
      const files = await readdir(folder)
      const texts = await Promise.all(files.map(file => readFile(join(folder, file), 'latin1')))
      return texts.join('\n')
    },
    async close() {
      for (const store of stores) await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL in a schema of its own, in the database at `url`. */
export async function openPostgresTestStore(url: string): Promise<TestStore> {
  schemas += 1
  const schema = `test_${process.pid}_${schemas}`
  const pool = new Pool({ connectionString: url, options: `-c search_path=${schema}`, max: 4 })
  await pool.query(`CREATE SCHEMA ${schema}`)
  const clock = movableClock()
  function reopen() {
    return createPostgresStore({ pool, now: clock.now })
  }
  return {
    ...clock,
    store: reopen(),
    reopen,
    async dump() {
      const rows = await Promise.all(tables.map(table => pool.query(`SELECT * FROM ${table}`)))
      return JSON.stringify(rows.map(result => result.rows))
    },
    async close() {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`)
      await pool.end()
    },
  }
}
