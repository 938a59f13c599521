// Kill -9 between the provider's answer and the commit, on both databases.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { createSimulator } from 'smartcar-connect-simulator'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectInSimulator } from '../test/connect-in-simulator.ts'
import type { CrashPlan } from '../test/crash-child.ts'
import { exchangeRequest } from '../test/exchange-request.ts'
import { type ServedFetch, serveFetch } from '../test/serve-fetch.ts'
import { usePostgres } from '../test/use-postgres.ts'
import { randomToken } from './crypto/random-token.ts'
import { createExchangeHandler } from './exchange/exchange-handler.ts'
import type { Fetch } from './provider/provider-fetch.ts'
import { createPostgresStore } from './stores/postgres.ts'
import { createSqliteStore } from './stores/sqlite.ts'
import type { Store } from './stores/store.ts'
import { createTokenVault } from './vault/token-vault.ts'

const postgresUrl = usePostgres()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartcar-crash-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const redirectUri = 'http://localhost:5173/smartcar-redirect.html'
const ref = { user: 'ada', connection: 'grant' }
const vaultSecret = randomToken()

function later(ms: number) {
  return () => Date.now() + ms
}

async function runUntilKilled(plan: CrashPlan): Promise<string | null> {
  const script = fileURLToPath(new URL('../test/crash-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(plan)], { stdio: 'inherit' })
  const [, signal] = await once(child, 'close')
  return signal
}

describe.each(['SQLite', 'PostgreSQL'])('%s', name => {
  let provider: ServedFetch
  let simulator: { fetch: Fetch }
  let calls: string[]
  let key: string
  let pool: Pool
  beforeEach(async () => {
    simulator = createSimulator()
    calls = []
    key = randomToken()
    provider = await serveFetch(request => {
      calls.push(new URL(request.url).pathname)
      return simulator.fetch(request)
    })
    pool = new Pool({ connectionString: postgresUrl() })
  })
  afterEach(async () => {
    await provider.stop()
    await pool.end()
  })

  function database() {
    return name === 'SQLite' ? join(folder, 'store.db') : postgresUrl()
  }
  function open(now: () => number): Store {
    return name === 'SQLite'
      ? createSqliteStore({ file: database(), now })
      : createPostgresStore({ pool, now })
  }
  function createHandler(now: () => number, onTokens: () => Promise<unknown>) {
    return createExchangeHandler({
      ...credentials(),
      store: open(now),
      redirectUri,
      origins: 'http://localhost:5173',
      now,
      onTokens,
    })
  }
  function credentials() {
    return {
      clientId: 'demo-client',
      clientSecret: 'demo-secret',
      tokenUrl: `${provider.url}/oauth/token`,
      apiUrl: provider.url,
    }
  }
  async function connect() {
    return (await connectInSimulator(simulator.fetch, {})).get('code') ?? ''
  }
  function plan(work: CrashPlan['work'], code = ''): CrashPlan {
    return {
      work,
      code,
      key,
      database: database(),
      providerUrl: provider.url,
      vaultSecret,
    }
  }

  test('says that the outcome is not known, and sends the code once', {
    tags: ['F27'],
    timeout: 30_000,
  }, async () => {
    const code = await connect()
    expect(await runUntilKilled(plan('exchange', code))).toBe('SIGKILL')
    expect(calls).toEqual(['/oauth/token'])
    const handler = createHandler(later(60_000), async () => ({}))
    const response = await handler(exchangeRequest({ code }, { key }))
    expect([response.status, await response.json()]).toMatchObject([
      504,
      { code: 'outcome_unknown' },
    ])
    expect(calls).toEqual(['/oauth/token'])
  })

  test('answers at once although the clock was set back four hours after the process died', {
    tags: ['F71'],
    timeout: 30_000,
  }, async () => {
    const code = await connect()
    expect(await runUntilKilled(plan('exchange', code))).toBe('SIGKILL')
    const handler = createHandler(later(-4 * 3_600_000), async () => ({}))
    const startMs = performance.now()
    expect((await handler(exchangeRequest({ code }, { key }))).status).toBe(504)
    expect(performance.now() - startMs).toBeLessThan(5000)
    expect(calls).toEqual(['/oauth/token'])
  })

  test('takes a refresh over although the clock was set back four hours after the process died', {
    tags: ['F71', 'F53'],
    timeout: 30_000,
  }, async () => {
    const keys = [{ kid: 'test', secret: vaultSecret }]
    const code = await connect()
    function createVault(now: () => number) {
      return createTokenVault({ ...credentials(), store: open(now), keys, now })
    }
    const saving = createExchangeHandler({
      ...credentials(),
      redirectUri,
      origins: 'http://localhost:5173',
      onTokens: tokens => createVault(Date.now).save(ref, tokens),
    })
    expect((await saving(exchangeRequest({ code }))).status).toBe(204)
    expect(await runUntilKilled(plan('refresh'))).toBe('SIGKILL')
    const startMs = performance.now()
    const accessToken = await createVault(later(-2 * 3_600_000)).getAccessToken(ref)
    expect(performance.now() - startMs).toBeLessThan(5000)
    const headers = { authorization: `Bearer ${accessToken}` }
    expect((await fetch(`${provider.url}/v2.0/user`, { headers })).status).toBe(200)
  })

  test('loses no connection: the next process refreshes within the grace', {
    tags: ['F53'],
    timeout: 30_000,
  }, async () => {
    const keys = [{ kid: 'test', secret: vaultSecret }]
    function createVault(now: () => number) {
      return createTokenVault({ ...credentials(), store: open(now), keys, now })
    }
    const code = await connect()
    const saving = createExchangeHandler({
      ...credentials(),
      redirectUri,
      origins: 'http://localhost:5173',
      onTokens: tokens => createVault(Date.now).save(ref, tokens),
    })
    expect((await saving(exchangeRequest({ code }))).status).toBe(204)
    expect(await runUntilKilled(plan('refresh'))).toBe('SIGKILL')
    // Two hours for the access token, then twenty seconds for the dead process's lease.
    const vault = createVault(later(2 * 3_600_000 + 20_000))
    const accessToken = await vault.getAccessToken(ref)
    const headers = { authorization: `Bearer ${accessToken}` }
    const user = await fetch(`${provider.url}/v2.0/user`, { headers })
    expect(user.status).toBe(200)
    expect(await vault.getAccessToken(ref)).toBe(accessToken)
  })
})
