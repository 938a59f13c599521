// One contract, run on memory and on both real databases.

import { describe } from 'vitest'
import { connectionContract } from '../../test/connection-contract.ts'
import { exchangeContract } from '../../test/exchange-contract.ts'
import { openPostgresTestStore, openSqliteTestStore } from '../../test/open-test-store.ts'
import { startedSessionContract } from '../../test/started-session-contract.ts'
import { usePostgres } from '../../test/use-postgres.ts'
import { vehicleContract } from '../../test/vehicle-contract.ts'
import { webhookEventContract } from '../../test/webhook-event-contract.ts'
import { createMemoryStore } from './memory.ts'

const postgresUrl = usePostgres()

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
    () => openPostgresTestStore(postgresUrl()),
    () => openPostgresTestStore(postgresUrl()),
  ],
])('%s', (_, open, openDatabase) => {
  exchangeContract(open)
  startedSessionContract(open)
  vehicleContract(open)
  webhookEventContract(open)
  // Tokens are for databases only.
  if (openDatabase) connectionContract(openDatabase)
})
