// Where the demo keeps its tokens: SQLite by itself, PostgreSQL when it is told where one is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import type { Store } from 'smartcar-connect-server'
import { createPostgresStore } from 'smartcar-connect-server/postgres'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'

/** An open store and what it is, for the log. */
export type OpenStore = { store: Store; name: string; close: () => Promise<void> }

/**
 * Opens the store.
 *
 * SQLite gets a file that goes with the process, because the simulator forgets with its own, too.
 *
 * @param databaseUrl such as `postgres://localhost/demo`; without one it is SQLite
 */
export const openStore = (databaseUrl: string | undefined): OpenStore => {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const pool = new Pool({ connectionString: databaseUrl })
    // An idle connection that breaks is replaced by the pool; unheard, it would end the process.
    pool.on('error', () => {})
    const store = createPostgresStore({ pool })
    const close = async (): Promise<void> => {
      await store.close()
      await pool.end()
    }
    return { store, name: 'PostgreSQL', close }
  }
  const folder = mkdtempSync(join(tmpdir(), 'smartcar-connect-demo-'))
  const store = createSqliteStore({ file: join(folder, 'demo.db') })
  const forget = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', forget)
  const close = async (): Promise<void> => {
    await store.close()
    process.off('exit', forget)
    forget()
  }
  return { store, name: 'SQLite', close }
}
