// A full disk, a locked database, a database that is gone: nothing is lost without a word.

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exchangeRequest } from '../test/exchange-request.ts'
import { randomToken } from './crypto/random-token.ts'
import { createExchangeHandler } from './exchange/exchange-handler.ts'
import { createPostgresStore } from './stores/postgres.ts'
import { createSqliteStore } from './stores/sqlite.ts'
import type { Store } from './stores/store.ts'
import { createTokenVault } from './vault/token-vault.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartcar-lost-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function post(store: Store) {
  let sent = 0
  const handler = createExchangeHandler({
    clientId: 'id',
    clientSecret: 'secret',
    redirectUri: 'http://localhost:5173/back',
    origins: 'http://localhost:5173',
    store,
    fetch: async () => {
      sent += 1
      return Response.json({})
    },
    onTokens: async () => ({}),
  })
  const response = await handler(exchangeRequest({ code: 'code' }))
  return { response, sent }
}

test.skipIf(process.platform === 'win32')(
  'keeps every token it promised when the disk is full, and says which it did not',
  { tags: ['F56'], timeout: 60_000 },
  async () => {
    const file = join(folder, 'full.db')
    const secret = randomToken()
    const script = fileURLToPath(new URL('../test/disk-full-child.ts', import.meta.url))
    // The shell's limit on file sizes stands for the disk; in blocks of 512 or 1024 bytes.
    const command = 'trap "" XFSZ; ulimit -f 900; exec "$0" "$@"'
    const args = ['-c', command, process.execPath, script, file, secret]
    const child = spawn('sh', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const { saved, failure, stillReadable } = JSON.parse(await text(child.stdout))
    expect(saved).toBeGreaterThan(10)
    expect(failure).toMatch(/full|disk|I\/O/i)
    expect(stillReadable).toBe('token-0')

    const vault = createTokenVault({
      store: createSqliteStore({ file }),
      clientId: 'id',
      clientSecret: 'secret',
      keys: [{ kid: 'test', secret }],
    })
    const kept = await Promise.all(
      Array.from({ length: saved }, (_, index) =>
        vault.getAccessToken({ user: 'ada', connection: `car-${index}` }),
      ),
    )
    expect(kept).toEqual(Array.from({ length: saved }, (_, index) => `token-${index}`))
    expect(await vault.list({ user: 'ada' })).toHaveLength(saved)
  },
)

test('sends no code while another program locks the database', {
  tags: ['F56'],
  timeout: 30_000,
}, async () => {
  const file = join(folder, 'locked.db')
  const store = createSqliteStore({ file })
  const other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  const { response, sent } = await post(store)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ code: 'store_unavailable' })
  expect(sent).toBe(0)
  other.exec('ROLLBACK')
  other.close()
  expect((await post(store)).sent).toBe(1)
})

test('sends no code while PostgreSQL is gone', { tags: ['F56'] }, async () => {
  const pool = new Pool({ connectionString: 'postgres://test@127.0.0.1:1/none' })
  const { response, sent } = await post(createPostgresStore({ pool }))
  expect(response.status).toBe(503)
  expect(sent).toBe(0)
  await pool.end()
})
