// One contract, run on memory and on both real databases.
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { connectionContract } from '../../test/connection-contract.ts'
import { exchangeContract } from '../../test/exchange-contract.ts'
import { openPostgresTestStore, openSqliteTestStore } from '../../test/open-test-store.ts'
import { type RunningPostgres, startPostgres } from '../../test/start-postgres.ts'
import { startedSessionContract } from '../../test/started-session-contract.ts'
import { createMemoryStore } from './memory.ts'

// Two databases on a busy machine: a slow test is not a wrong one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let postgres: RunningPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

async function openMemory() {
  let nowMs = 1_700_000_000_000
  function now() {
    return nowMs
  }
  function pass(ms: number): void {
    nowMs += ms
  }
  return { store: createMemoryStore({ now }), now, pass, close: async () => {} }
}

describe.each([
  ['memory', openMemory, undefined],
  ['SQLite', openSqliteTestStore, openSqliteTestStore],
  [
    'PostgreSQL',
    () => openPostgresTestStore(postgres.url),
    () => openPostgresTestStore(postgres.url),
  ],
])('%s', (_, open, openDatabase) => {
  exchangeContract(open)
  startedSessionContract(open)
  // Tokens are for databases only.
  if (openDatabase) connectionContract(openDatabase)
})
