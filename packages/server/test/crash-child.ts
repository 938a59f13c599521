// For tests: a process that is killed between the provider's answer and the commit.

import { Pool } from 'pg'
import { createExchangeHandler } from '../src/exchange/exchange-handler.ts'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'
import { exchangeRequest } from './exchange-request.ts'

/** The plan of the process, as JSON in its first argument. */
export type CrashPlan = {
  work: 'refresh' | 'exchange'
  /** A file for SQLite, or a URL for PostgreSQL. */
  database: string
  providerUrl: string
  vaultSecret: string
  code: string
  /** The idempotency key of an exchange. */
  key: string
}

const plan: CrashPlan = JSON.parse(process.argv[2] ?? '')
const store = plan.database.startsWith('postgres:')
  ? createPostgresStore({ pool: new Pool({ connectionString: plan.database }) })
  : createSqliteStore({ file: plan.database })

async function dieAfterTokens(request: Request): Promise<Response> {
  const response = await fetch(request)
  await response.text()
  process.kill(process.pid, 'SIGKILL')
  return response
}

const shared = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  tokenUrl: `${plan.providerUrl}/oauth/token`,
  apiUrl: plan.providerUrl,
  store,
  fetch: dieAfterTokens,
}

if (plan.work === 'refresh') {
  function later() {
    return Date.now() + 2 * 3_600_000
  }
  const keys = [{ kid: 'test', secret: plan.vaultSecret }]
  const vault = createTokenVault({ ...shared, keys, now: later })
  await vault.getAccessToken({ user: 'ada', connection: 'grant' })
} else {
  const handler = createExchangeHandler({
    ...shared,
    redirectUri: 'http://localhost:5173/smartcar-redirect.html',
    origins: 'http://localhost:5173',
    onTokens: async () => ({}),
  })
  await handler(exchangeRequest({ code: plan.code }, { key: plan.key }))
}
