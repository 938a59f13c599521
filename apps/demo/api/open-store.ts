// Where the demo keeps tokens and cars, both ways: in SQLite, or in PostgreSQL if it is given an address.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import type { Store } from 'smartcar-connect-server'
import { createPostgresStore } from 'smartcar-connect-server/postgres'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'

/** An open store. */
export type OpenStore = {
  /** The store itself. */
  store: Store
  /** What it is, for the log. */
  name: string
  /** Closes it, and deletes the file of a SQLite store. */
  close: () => Promise<void>
}

/**
 * Opens the store.
 *
 * SQLite gets a file that is deleted when the process ends, because the simulator forgets then, too.
 *
 * @param databaseUrl such as `postgres://localhost/demo`; without one it is SQLite
 */
export function openStore(databaseUrl: string | undefined): OpenStore {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const pool = new Pool({ connectionString: databaseUrl })
    // The pool replaces an idle connection that breaks. Without a listener the error ends the process.
    pool.on('error', () => {})
    const store = createPostgresStore({ pool })
    async function close(): Promise<void> {
      await store.close()
      await pool.end()
    }
    return { store, name: 'PostgreSQL', close }
  }
  const folder = mkdtempSync(join(tmpdir(), 'smartcar-connect-demo-'))
  const store = createSqliteStore({ file: join(folder, 'demo.db') })
  function deleteFolder(): void {
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', deleteFolder)
  async function close(): Promise<void> {
    await store.close()
    process.off('exit', deleteFolder)
    deleteFolder()
  }
  return { store, name: 'SQLite', close }
}
