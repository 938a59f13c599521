// For tests: a store that several processes share, by the text that names its database.

import { DatabaseSync } from 'node:sqlite'
import { Pool } from 'pg'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import type { Store } from '../src/stores/store.ts'

/** An open store. */
export type SharedStore = {
  store: Store
  /** How many rows of tokens lie in the database, whoever they belong to. */
  countConnections: () => Promise<number>
  close: () => Promise<void>
}

const count = 'SELECT count(*) AS rows FROM smartcar_connections'

/** Opens a store at a URL of PostgreSQL, or in a file of SQLite. */
export function openSharedStore(database: string, now: () => number = Date.now): SharedStore {
  if (!database.startsWith('postgres:')) {
    const store = createSqliteStore({ file: database, now })
    return {
      store,
      async countConnections() {
        const file = new DatabaseSync(database, { readOnly: true })
        const row = file.prepare(count).get()
        file.close()
        return Number(row?.rows)
      },
      close: () => store.close(),
    }
  }
  const pool = new Pool({ connectionString: database })
  // The pool replaces an idle connection that breaks; without a listener the error ends the process.
  pool.on('error', () => {})
  const store = createPostgresStore({ pool, now })
  return {
    store,
    async countConnections() {
      return Number((await pool.query(count)).rows[0]?.rows)
    },
    async close() {
      await store.close()
      await pool.end()
    },
  }
}
