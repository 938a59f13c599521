// One of several processes that want the same access token at the same moment.

import { once } from 'node:events'
import { Pool } from 'pg'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'

/** The plan of the process, as JSON in its first argument. */
export type RefreshPlan = {
  database: string
  providerUrl: string
  vaultSecret: string
  calls: number
}

const plan: RefreshPlan = JSON.parse(process.argv[2] ?? '')
const pool = plan.database.startsWith('postgres:')
  ? new Pool({ connectionString: plan.database, max: 5 })
  : undefined
const store = pool ? createPostgresStore({ pool }) : createSqliteStore({ file: plan.database })
const vault = createTokenVault({
  store,
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  tokenUrl: `${plan.providerUrl}/oauth/token`,
  keys: [{ kid: 'bench', secret: plan.vaultSecret }],
})
await store.readConnection('warm-up')
process.send?.('ready')
await once(process, 'message')
const ref = { user: 'ada', connection: 'grant' }
const beginMs = performance.now()
const read = await Promise.all(Array.from({ length: plan.calls }, () => vault.getAccessToken(ref)))
const tookMs = performance.now() - beginMs
process.send?.({ tookMs, tokens: new Set(read).size })
await store.close()
await pool?.end()
process.disconnect()
