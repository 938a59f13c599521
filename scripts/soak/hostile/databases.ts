// The two databases: how each is started, broken, and read when the run is over.

import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTokenVault } from '../../../packages/server/src/vault/token-vault.ts'
import { openSharedStore } from '../../../packages/server/test/open-shared-store.ts'
import type { SoakPlan } from '../../../packages/server/test/soak-child.ts'
import { startPostgres } from '../../../packages/server/test/start-postgres.ts'
import type { StoredTokens } from './books.ts'
import type { Database } from './fault-plan.ts'

/** A running database. */
export type RunningDatabase = {
  /** How the server processes find it. */
  readonly address: string
  /** Crashes and starts again; SQLite has no process of its own, so nothing happens there. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts an empty database. */
export async function startDatabase(database: Database): Promise<RunningDatabase> {
  if (database === 'PostgreSQL') {
    const { url, restart, stop } = await startPostgres()
    return { address: url, restart: () => restart('SIGQUIT'), stop }
  }
  const folder = await mkdtemp(join(tmpdir(), 'soak-hostile-'))
  return {
    address: join(folder, 'cars.db'),
    restart: async () => {},
    stop: () => rm(folder, { recursive: true, force: true }),
  }
}

/**
 * Lets a process write to no file, as on a full disk, or to all again. Needs the program `prlimit`
 * of Linux.
 *
 * @returns whether it could be done
 */
export function limitDisk(pid: number, isFull: boolean): boolean {
  const limit = isFull ? '--fsize=0:' : '--fsize=unlimited:'
  return spawnSync('prlimit', ['--pid', `${pid}`, limit]).status === 0
}

/** What lies in the database, and what is wrong with it. */
export type StoredBooks = {
  readonly stored: readonly StoredTokens[]
  readonly accidents: readonly string[]
}

/** Reads all tokens through a vault, as a later process of the app does. */
export async function readStored(
  { database, vaultSecret, providerUrl }: SoakPlan,
  people: readonly string[],
): Promise<StoredBooks> {
  const { store, countConnections, close } = openSharedStore(database)
  const vault = createTokenVault({
    store,
    keys: [{ kid: 'soak', secret: vaultSecret }],
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    tokenUrl: `${providerUrl}/oauth/token`,
  })
  const stored: StoredTokens[] = []
  const accidents: string[] = []
  for (const person of people) {
    try {
      for (const { connection, status } of await vault.list({ user: person })) {
        if (connection === undefined) accidents.push(`Tokens of ${person} are ${status}.`)
        else stored.push({ person, userId: connection })
      }
    } catch (error) {
      accidents.push(`The tokens of ${person} cannot be read: ${error}.`)
    }
  }
  const rows = await countConnections()
  if (rows !== stored.length) {
    accidents.push(
      `${rows} rows of tokens lie in the database, and ${stored.length} have an owner.`,
    )
  }
  await close()
  return { stored, accidents }
}
