// A thousand parallel getAccessToken at expiry, spread over processes: one provider call.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { randomToken } from '../src/crypto/random-token.ts'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'
import { serveFetch } from '../test/serve-fetch.ts'
import type { RefreshPlan } from './refresh-child.ts'

const calls = 1000
const providerMs = 100

/** Waits for what a process says next; one that ends instead would be waited for without end. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'close').then(([code]) => {
    throw new Error(`A process of the benchmark ended with ${code}.`)
  })
  const [message] = await Promise.race([once(child, 'message'), ended])
  return message
}

async function measure(database: string, processes: number) {
  let providerCalls = 0
  const provider = await serveFetch(async () => {
    providerCalls += 1
    await new Promise(resolve => setTimeout(resolve, providerMs))
    return Response.json({
      access_token: randomToken(),
      refresh_token: randomToken(),
      token_type: 'Bearer',
      expires_in: 7200,
    })
  })
  const vaultSecret = randomToken()
  const pool = database.startsWith('postgres:')
    ? new Pool({ connectionString: database })
    : undefined
  const store = pool ? createPostgresStore({ pool }) : createSqliteStore({ file: database })
  await createTokenVault({
    store,
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    // A row opens only for the provider that it was sealed for.
    tokenUrl: `${provider.url}/oauth/token`,
    keys: [{ kid: 'bench', secret: vaultSecret }],
  }).save(
    { user: 'ada', connection: 'grant' },
    {
      accessToken: 'old',
      refreshToken: 'old',
      accessExpiresAtMs: 0,
      refreshExpiresAtMs: Date.now() + 1e9,
    },
  )
  const plan: RefreshPlan = {
    database,
    providerUrl: provider.url,
    vaultSecret,
    calls: calls / processes,
  }
  const script = fileURLToPath(new URL('refresh-child.ts', import.meta.url))
  const children = Array.from({ length: processes }, () => fork(script, [JSON.stringify(plan)]))
  await Promise.all(children.map(nextMessage))
  const done = children.map(nextMessage)
  const closed = children.map(child => once(child, 'close'))
  for (const child of children) child.send('go')
  const results = (await Promise.all(done)) as { tookMs: number }[]
  await Promise.all(closed)
  await store.close()
  await pool?.end()
  await provider.stop()
  return {
    'parallel calls': calls,
    processes,
    'provider calls': providerCalls,
    'slowest process ms': Math.round(Math.max(...results.map(({ tookMs }) => tookMs))),
  }
}

/** Measures both stores with one process and with four; the provider takes 100 ms. */
export async function benchRefresh(file: string, postgresUrl: string) {
  return {
    'SQLite, 1 process': await measure(file, 1),
    'SQLite, 4 processes': await measure(file, 4),
    'PostgreSQL, 1 process': await measure(postgresUrl, 1),
    'PostgreSQL, 4 processes': await measure(postgresUrl, 4),
  }
}
