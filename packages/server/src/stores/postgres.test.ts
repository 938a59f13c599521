// PostgreSQL's own troubles: restarts, refusals, silence, locks, an exhausted pool.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startPostgres } from '../../test/start-postgres.ts'
import { usePostgres } from '../../test/use-postgres.ts'
import { createPostgresStore } from './postgres.ts'

const claim = { keyHash: 'k', spentOnceHash: 'c', leaseMs: 60_000, keepMs: 60_000 }

describe('one server', () => {
  const postgresUrl = usePostgres()

  test('a pool with nothing left is waited for five seconds, not for ever', {
    tags: ['F75'],
  }, async () => {
    const pool = new Pool({ connectionString: postgresUrl(), max: 1 })
    const store = createPostgresStore({ pool })
    await store.check()
    const taken = await pool.connect()
    const startMs = performance.now()
    await expect(store.readExchange('k')).rejects.toThrow(/gave no connection/)
    expect(performance.now() - startMs).toBeLessThan(15_000)
    taken.release()
    // The connection that came too late was given back.
    expect(await store.readExchange('k')).toEqual({ status: 'unclaimed' })
    await pool.end()
  })

  test('tables that are up to date need neither a lock nor the right to make tables', async () => {
    const admin = new Pool({ connectionString: postgresUrl() })
    await createPostgresStore({ pool: admin }).check()
    await admin.query(`CREATE ROLE reader_and_writer LOGIN;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO reader_and_writer`)
    // Something else is at work with the same lock, and does not end.
    const other = await admin.connect()
    await other.query('SELECT pg_advisory_lock(7362715100)')
    const url = new URL(postgresUrl())
    url.username = 'reader_and_writer'
    const pool = new Pool({ connectionString: url.href })
    const store = createPostgresStore({ pool })
    await store.check()
    expect((await store.claimExchange({ ...claim, keyHash: 'w', spentOnceHash: 'w' })).status).toBe(
      'claimed',
    )
    other.release(true)
    await pool.end()
    await admin.end()
  })

  test('a row that another program locks is not waited for without end', {
    tags: ['F75'],
  }, async () => {
    const pool = new Pool({ connectionString: postgresUrl(), max: 2 })
    const store = createPostgresStore({ pool })
    await store.check()
    const other = await pool.connect()
    await other.query('BEGIN')
    await other.query('LOCK TABLE smartcar_exchanges IN ACCESS EXCLUSIVE MODE')
    await expect(store.readExchange('k')).rejects.toThrow(/did not answer/)
    // Its connection was closed, so that there is room for what is not locked.
    expect(await store.readConnection('id')).toBeUndefined()
    await other.query('ROLLBACK')
    other.release()
    expect(await store.readExchange('k')).toEqual({ status: 'unclaimed' })
    await pool.end()
  })

  test('statements that nobody waited for filled the server, and were carried out later', {
    tags: ['F75', 'F24'],
  }, async () => {
    const pool = new Pool({ connectionString: postgresUrl(), max: 2 })
    const store = createPostgresStore({ pool })
    await store.check()
    const admin = new Pool({ connectionString: postgresUrl(), max: 2 })
    const other = await admin.connect()
    await other.query('BEGIN')
    // The same grant in the hands of a program that neither ends nor goes on.
    await other.query(`INSERT INTO smartcar_exchanges
      (key_hash, spent_once_hash, lease, lease_ends_ms, expires_ms) VALUES ('k', 'c', 'x', 0, 9e15)`)
    await expect(store.claimExchange(claim)).rejects.toThrow(/did not answer/)
    await vi.waitFor(async () => {
      const waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
      expect((await admin.query(waiting)).rows).toEqual([])
    })
    await other.query('ROLLBACK')
    other.release()
    // The claim that failed was not made behind the back of its caller.
    expect(await store.readExchange('k')).toEqual({ status: 'unclaimed' })
    await admin.end()
    await pool.end()
  })

  test('a connection that the server ends costs one answer and ends no process', {
    tags: ['F75'],
  }, async () => {
    const pool = new Pool({ connectionString: postgresUrl(), max: 2 })
    const store = createPostgresStore({ pool })
    await store.check()
    const admin = new Pool({ connectionString: postgresUrl(), max: 1 })
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
    )
    await admin.end()
    await vi.waitFor(async () => {
      expect(await store.readExchange('k')).toEqual({ status: 'unclaimed' })
    })
    await pool.end()
  })
})

test('a restart in the middle ends no process, and afterwards everything works', {
  tags: ['F75'],
  timeout: 60_000,
}, async () => {
  const running = await startPostgres()
  const script = fileURLToPath(new URL('../../test/restart-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, running.url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const output = text(child.stdout)
  await once(child.stdout, 'readable')
  await running.restart()
  child.stdin.end('restarted')
  const [exitCode] = await closed
  await running.stop()
  expect({ exitCode, output: await output }).toEqual({ exitCode: 0, output: 'ready, pending' })
})

describe('a server that is not there', () => {
  const sockets: Socket[] = []
  const server = createServer(socket => sockets.push(socket))
  afterEach(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  test('is not waited for without end when it accepts and says nothing', {
    tags: ['F75'],
  }, async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const pool = new Pool({ connectionString: `postgres://test@127.0.0.1:${port}/none` })
    const startMs = performance.now()
    await expect(createPostgresStore({ pool }).claimExchange(claim)).rejects.toThrow(/PostgreSQL/)
    expect(performance.now() - startMs).toBeLessThan(15_000)
  })

  test('is asked again while it starts', { tags: ['F75'] }, async () => {
    let tries = 0
    const answers = { rows: [{ version: 99 }] }
    const client = { query: async () => answers, release: () => {} }
    const pool = {
      connect: async () => {
        tries += 1
        if (tries < 4) throw Object.assign(new Error('starting up'), { code: '57P03' })
        return client
      },
    }
    await expect(createPostgresStore({ pool }).check()).rejects.toThrow(/version 99/)
    expect(tries).toBe(4)
  })
})
