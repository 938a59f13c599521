// Rows that were damaged, moved, changed or put back, among many that are well.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  openPostgresTestStore,
  openSqliteTestStore,
  type TestStore,
} from '../../test/open-test-store.ts'
import { ada, openVault, testKey, tokensFor } from '../../test/open-vault.ts'
import { usePostgres } from '../../test/use-postgres.ts'
import { randomToken } from '../crypto/random-token.ts'
import type { ConnectionRecord } from '../stores/connection-store.ts'
import { hashConnection } from './connection-ref.ts'
import type { TokenVault } from './token-vault.ts'

const postgresUrl = usePostgres()
const newKey = { kid: 'new', secret: randomToken() }

describe.each([
  ['SQLite', openSqliteTestStore],
  ['PostgreSQL', () => openPostgresTestStore(postgresUrl())],
])('%s', (_, open) => {
  let opened: TestStore
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())

  async function recordOf(connection: string): Promise<ConnectionRecord> {
    const record = await opened.store.readConnection(await hashConnection({ ...ada, connection }))
    if (record === undefined) throw new Error('The connection should be there.')
    return record
  }
  async function saveCars(vault: TokenVault, count: number) {
    for (let index = 0; index < count; index += 1) {
      await vault.save({ ...ada, connection: `car-${index}` }, tokensFor(opened.now(), `${index}`))
    }
  }
  async function rewrapUntilDone(vault: TokenVault): Promise<number> {
    let sum = 0
    for (let calls = 0; calls < 20; calls += 1) {
      const done = await vault.rewrap()
      if (done === 0) return sum
      sum += done
    }
    throw new Error('rewrap() never returned 0.')
  }

  test('one damaged row no longer keeps rewrap() from ending, nor the others from their key', {
    tags: ['F72'],
  }, async () => {
    const { vault } = openVault(opened)
    await saveCars(vault, 120)
    const bad = await recordOf('car-50')
    await opened.store.saveConnection({ ...bad, wrappedKey: `${bad.wrappedKey.slice(0, -4)}AAAA` })
    const rotated = openVault(opened, { keys: [newKey, testKey] })
    expect(await rewrapUntilDone(rotated.vault)).toBe(119)
    expect(rotated.events).toEqual([
      { type: 'connection_unreadable', reference: bad.idHash, code: 'tampered' },
    ])
    const onlyNew = openVault(opened, { keys: [newKey] })
    expect(await onlyNew.vault.getAccessToken({ ...ada, connection: 'car-119' })).toBe('access-119')
    // It is said again at the next rotation, not at each call.
    expect(await rotated.vault.rewrap()).toBe(0)
    expect(rotated.events).toHaveLength(2)
  })

  test('a hundred and one damaged rows in front hide no row behind them', {
    tags: ['F72'],
  }, async () => {
    const lost = openVault(opened, { keys: [{ kid: 'a-lost', secret: randomToken() }] })
    await saveCars(lost.vault, 101)
    const { vault } = openVault(opened)
    await vault.save(ada, tokensFor(opened.now()))
    const rotated = openVault(opened, { keys: [newKey, testKey] })
    expect(await rewrapUntilDone(rotated.vault)).toBe(1)
    expect(new Set(rotated.events.map(event => 'code' in event && event.code))).toEqual(
      new Set(['key_missing']),
    )
    expect(rotated.events).toHaveLength(101)
  })

  test('finds what a process with the old configuration wrote behind it', {
    tags: ['F55', 'F72'],
  }, async () => {
    const old = openVault(opened)
    await saveCars(old.vault, 150)
    const rotated = openVault(opened, { keys: [newKey, testKey] })
    expect(await rotated.vault.rewrap()).toBe(100)
    await saveCars(old.vault, 150)
    expect(await rewrapUntilDone(rotated.vault)).toBe(150)
    const onlyNew = openVault(opened, { keys: [newKey] })
    const { length } = (await onlyNew.vault.list(ada)).filter(({ status }) => status === 'active')
    expect(length).toBe(150)
  })

  test('one damaged row no longer hides the list of its owner', { tags: ['F72'] }, async () => {
    const { vault, events } = openVault(opened)
    await saveCars(vault, 3)
    const bad = await recordOf('car-1')
    await opened.store.saveConnection({ ...bad, identity: bad.accessToken })
    const list = await vault.list(ada)
    const unreadable = { status: 'unreadable', reference: bad.idHash, code: 'tampered' }
    expect(list.map(info => info.connection ?? info).toSorted()).toEqual([
      unreadable,
      'car-0',
      'car-2',
    ])
    expect(events).toEqual([
      { type: 'connection_unreadable', reference: bad.idHash, code: 'tampered' },
    ])
    expect(JSON.stringify(events)).not.toContain(bad.identity)
  })

  test.each<[string, (record: ConnectionRecord, other: ConnectionRecord) => ConnectionRecord]>([
    ['another owner', (record, other) => ({ ...record, ownerHash: other.ownerHash })],
    ['a later end', record => ({ ...record, accessExpiresAtMs: record.accessExpiresAtMs + 1 })],
    ['another last day', record => ({ ...record, refreshExpiresAtMs: 9e12 })],
    ['another revision', (record, other) => ({ ...record, revision: other.revision })],
    ['the tokens of another', (record, other) => ({ ...record, accessToken: other.accessToken })],
    ['the whole row of another', (record, other) => ({ ...other, idHash: record.idHash })],
  ])('opens no row that was given %s', { tags: ['T39', 'T53'] }, async (_, change) => {
    const { vault } = openVault(opened)
    await vault.save(ada, tokensFor(opened.now()))
    const eve = { user: 'eve', connection: 'grant' }
    await vault.save(eve, tokensFor(opened.now(), 'eve'))
    const other = await opened.store.readConnection(await hashConnection(eve))
    const record = await recordOf('grant')
    if (other === undefined) throw new Error('The other connection should be there.')
    await opened.store.saveConnection(change(record, other))
    await expect(vault.getAccessToken(ada)).rejects.toMatchObject({ code: 'tampered' })
    await opened.store.saveConnection(record)
    expect(await vault.getAccessToken(ada)).toBe('access-first')
  })

  test.each([
    ['application', { clientId: 'other' }],
    ['provider', { tokenUrl: 'http://localhost:4010/oauth/token' }],
  ])('opens no row for another %s', { tags: ['T53'] }, async (_, options) => {
    const { vault } = openVault(opened)
    await vault.save(ada, tokensFor(opened.now()))
    const elsewhere = openVault(opened, options)
    await expect(elsewhere.vault.getAccessToken(ada)).rejects.toMatchObject({ code: 'tampered' })
    expect(elsewhere.calls()).toBe(0)
  })

  test('serves other work while it passes over many damaged rows', { tags: ['F72'] }, async () => {
    const lost = openVault(opened, { keys: [{ kid: 'lost', secret: randomToken() }] })
    await saveCars(lost.vault, 201)
    const { vault } = openVault(opened)
    const turn = vi.fn()
    const timer = setInterval(turn)
    expect(await vault.rewrap()).toBe(0)
    clearInterval(timer)
    expect(turn).toHaveBeenCalled()
  })
})
