// The steps only go forward.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { messageOf } from '../../test/message-of.ts'
import { storedVehicle } from '../../test/vehicle-contract.ts'
import { pendingMigrations } from './migrations.ts'
import { createSqliteStore } from './sqlite.ts'

test('has nothing to do on an up-to-date database', () => {
  const { length } = pendingMigrations(0)
  expect(pendingMigrations(length)).toEqual([])
})

test('refuses a database of a newer release and says what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'smartcar-migrations-'))
  const file = join(folder, 'store.db')
  const newer = new DatabaseSync(file)
  newer.exec('PRAGMA user_version = 999')
  newer.close()
  const message = await messageOf(() => createSqliteStore({ file }).check())
  expect(message).toContain('Deploy the newer release')
  expect(messageFaults(message, 'newer_database')).toEqual([])
  await rm(folder, { recursive: true })
})

test('keeps what is there when it is opened again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'smartcar-migrations-'))
  const file = join(folder, 'store.db')
  const first = createSqliteStore({ file })
  await first.claimExchange({
    keyHash: 'k',
    spentOnceHash: 'c',
    leaseMs: 60_000,
    replayMs: 60_000,
    keepMs: 60_000,
  })
  await first.close()
  const second = createSqliteStore({ file })
  expect(await second.readExchange('k')).toEqual({ status: 'pending' })
  await second.close()
  await rm(folder, { recursive: true })
})

test('a database of the release before gets the tables of version 3 and keeps its rows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'smartcar-migrations-'))
  const file = join(folder, 'store.db')
  const before = new DatabaseSync(file)
  const steps = pendingMigrations(0).filter(({ version }) => version <= 2)
  for (const { version, sql } of steps) before.exec(`${sql}; PRAGMA user_version = ${version}`)
  before.exec(
    `INSERT INTO smartcar_exchanges (key_hash, spent_once_hash, lease, lease_ends_ms, expires_ms)
     VALUES ('k', 'c', 'l', ${Date.now() + 60_000}, ${Date.now() + 600_000})`,
  )
  before.close()
  const store = createSqliteStore({ file })
  await store.saveVehicle(storedVehicle())
  expect(await store.vehiclesOf('ada')).toEqual([storedVehicle()])
  expect((await store.claimEvent('event', 60_000, 60_000)).status).toBe('claimed')
  expect(await store.readExchange('k')).toEqual({ status: 'pending' })
  await store.close()
  await rm(folder, { recursive: true })
})
