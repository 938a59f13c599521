// What the checks cost: the exchange handler beside a bare one that only calls oauth4webapi.

import {
  authorizationCodeGrantRequest,
  ClientSecretBasic,
  customFetch,
  expectNoState,
  nopkce,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import { Pool } from 'pg'
import { createExchangeHandler } from '../src/exchange/exchange-handler.ts'
import type { ExchangeHandlerOptions } from '../src/exchange/exchange-options.ts'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import { exchangeRequest } from '../test/exchange-request.ts'
import { tokenAnswer, vehicleAnswer } from '../test/honest-provider.ts'

const exchanges = 2000
const parallel = 20

async function provider(request: Request): Promise<Response> {
  return new URL(request.url).pathname.endsWith('/token') ? tokenAnswer() : vehicleAnswer(request)
}

const redirectUri = 'http://localhost:5173/smartcar-redirect.html'

async function bare(request: Request): Promise<Response> {
  const { code } = (await request.json()) as { code: string }
  const as = { issuer: 'https://auth.test', token_endpoint: 'https://auth.test/oauth/token' }
  const client = { client_id: 'id' }
  const callback = validateAuthResponse(as, client, new URLSearchParams({ code }), expectNoState)
  const response = await authorizationCodeGrantRequest(
    as,
    client,
    ClientSecretBasic('secret'),
    callback,
    redirectUri,
    nopkce,
    { [customFetch]: (url: string, init: RequestInit) => provider(new Request(url, init)) },
  )
  await processAuthorizationCodeResponse(as, client, response)
  return Response.json({ connected: true })
}

function checked(store?: ExchangeHandlerOptions<unknown>['store']) {
  return createExchangeHandler({
    clientId: 'id',
    clientSecret: 'secret',
    redirectUri,
    origins: 'http://localhost:5173',
    fetch: provider,
    onTokens: async () => ({ connected: true }),
    ...(store && { store }),
  })
}

async function measure(handle: (request: Request) => Promise<Response>) {
  const run = crypto.randomUUID()
  const latenciesMs: number[] = []
  let next = 0
  const startMs = performance.now()
  async function work(): Promise<void> {
    while (next < exchanges) {
      next += 1
      const key = `key-of-one-exchange-${run}-${next}`.slice(0, 64)
      const request = exchangeRequest({ code: `${run}-${next}` }, { key })
      const beginMs = performance.now()
      const response = await handle(request)
      if (!response.ok) throw new Error(`The exchange answered ${response.status}.`)
      latenciesMs.push(performance.now() - beginMs)
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  const totalMs = performance.now() - startMs
  latenciesMs.sort((one, other) => one - other)
  return {
    'exchanges per second': Math.round((exchanges / totalMs) * 1000),
    'median ms': Number(latenciesMs[exchanges / 2]?.toFixed(2)),
    'p99 ms': Number(latenciesMs[Math.floor(exchanges * 0.99)]?.toFixed(2)),
  }
}

/** Measures the bare handler and ours on every store; the provider answers from memory. */
export async function benchExchange(file: string, postgresUrl: string) {
  const sqlite = createSqliteStore({ file })
  const pool = new Pool({ connectionString: postgresUrl, max: parallel })
  const result = {
    'bare, oauth4webapi alone': await measure(bare),
    'handler, memory': await measure(checked()),
    'handler, SQLite': await measure(checked(sqlite)),
    'handler, PostgreSQL': await measure(checked(createPostgresStore({ pool }))),
  }
  await sqlite.close()
  await pool.end()
  return result
}
