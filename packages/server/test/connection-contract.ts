// For tests: what every store of connections must do.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionRecord } from '../src/stores/connection-store.ts'
import type { TestStore } from './open-test-store.ts'

function record(change: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    idHash: 'id',
    ownerHash: 'owner',
    revision: 'r1',
    kid: 'k1',
    wrappedKey: 'wrapped',
    identity: 'identity',
    accessToken: 'access',
    refreshToken: 'refresh',
    accessExpiresAtMs: 1_700_000_000_001,
    refreshExpiresAtMs: 1_700_000_000_002,
    status: 'active',
    ...change,
  }
}

/** Runs the contract on the stores that `open` makes, one for each test. */
export function connectionContract(open: () => Promise<TestStore>): void {
  let opened: TestStore
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())

  test('keeps a connection for another process to read', async () => {
    await opened.store.saveConnection(record())
    expect(await opened.reopen().readConnection('id')).toEqual(record())
    expect(await opened.store.readConnection('other')).toBeUndefined()
  })

  test('lists the connections of one owner only', async () => {
    await opened.store.saveConnection(record({ idHash: 'a' }))
    await opened.store.saveConnection(record({ idHash: 'b' }))
    await opened.store.saveConnection(record({ idHash: 'c', ownerHash: 'else' }))
    const ids = (await opened.store.listConnections('owner')).map(found => found.idHash)
    expect(ids).toEqual(['a', 'b'])
  })

  test('deletes once', async () => {
    await opened.store.saveConnection(record())
    expect(await opened.store.deleteConnection('id')).toBe(true)
    expect(await opened.store.deleteConnection('id')).toBe(false)
  })

  test('gives one of fifty callers the lease', { tags: ['T40'] }, async () => {
    const { store } = opened
    await store.saveConnection(record())
    const second = opened.reopen()
    const leases = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? store : second).leaseConnection('id', 'r1', 1000),
      ),
    )
    expect(leases.filter(lease => lease !== undefined)).toHaveLength(1)
  })

  test('gives no lease on an outdated revision or a dead connection', {
    tags: ['T40'],
  }, async () => {
    const { store } = opened
    await store.saveConnection(record())
    expect(await store.leaseConnection('id', 'r0', 1000)).toBeUndefined()
    await store.saveConnection(record({ status: 'needs_reauth' }))
    expect(await store.leaseConnection('id', 'r1', 1000)).toBeUndefined()
  })

  test('gives the lease again when its holder died', { tags: ['F53'] }, async () => {
    const { store, pass } = opened
    await store.saveConnection(record())
    const first = await store.leaseConnection('id', 'r1', 1000)
    pass(1000)
    const second = await store.leaseConnection('id', 'r1', 1000)
    expect(second).toBeDefined()
    expect(second).not.toBe(first)
  })

  test('takes the lease over from a holder that died before the clock was set back', {
    tags: ['F71'],
  }, async () => {
    const { store, pass } = opened
    await store.saveConnection(record())
    expect(await store.leaseConnection('id', 'r1', 1000)).toBeDefined()
    pass(-4 * 3_600_000)
    expect(await store.leaseConnection('id', 'r1', 1000)).toBeDefined()
    // The clocks of two machines may differ a little.
    pass(-900)
    expect(await store.leaseConnection('id', 'r1', 1000)).toBeUndefined()
  })

  test('writes both tokens at once and ends the lease', { tags: ['T40'] }, async () => {
    const { store } = opened
    await store.saveConnection(record())
    const lease = (await store.leaseConnection('id', 'r1', 1000)) ?? ''
    const next = record({ revision: 'r2', accessToken: 'a2', refreshToken: 'r2' })
    expect(await store.rotateConnection(lease, next)).toBe(true)
    expect(await store.readConnection('id')).toEqual(next)
    expect(await store.rotateConnection(lease, record())).toBe(false)
    expect(await store.leaseConnection('id', 'r2', 1000)).toBeDefined()
  })

  test('a new connection beats a refresh that is under way', { tags: ['T40'] }, async () => {
    const { store } = opened
    await store.saveConnection(record())
    const lease = (await store.leaseConnection('id', 'r1', 1000)) ?? ''
    const fresh = record({ revision: 'r9', accessToken: 'a9' })
    await store.saveConnection(fresh)
    expect(await store.rotateConnection(lease, record({ revision: 'r2' }))).toBe(false)
    expect(await store.retireConnection('id', lease)).toBe(false)
    expect(await store.readConnection('id')).toEqual(fresh)
  })

  test('retires a connection once', { tags: ['F54'] }, async () => {
    const { store } = opened
    await store.saveConnection(record())
    const lease = (await store.leaseConnection('id', 'r1', 1000)) ?? ''
    expect(await store.retireConnection('id', lease)).toBe(true)
    expect(await store.retireConnection('id', lease)).toBe(false)
    expect((await store.readConnection('id'))?.status).toBe('needs_reauth')
  })

  test('releases a lease only for its holder', async () => {
    const { store } = opened
    await store.saveConnection(record())
    const lease = (await store.leaseConnection('id', 'r1', 1000)) ?? ''
    await store.releaseConnection('id', 'other')
    expect(await store.leaseConnection('id', 'r1', 1000)).toBeUndefined()
    await store.releaseConnection('id', lease)
    expect(await store.leaseConnection('id', 'r1', 1000)).toBeDefined()
  })

  test('walks in order through what other keys wrap, and never meets what is done', {
    tags: ['F72'],
  }, async () => {
    const { store } = opened
    for (const kid of ['k1', 'k2', 'k3']) {
      for (const idHash of ['a', 'b', 'c']) {
        await store.saveConnection(record({ idHash: `${idHash}-${kid}`, kid }))
      }
    }
    const seen: string[] = []
    let after: ConnectionRecord | undefined
    for (let batches = 0; batches < 10; batches += 1) {
      const found = await store.connectionsToRewrap('k2', 2, after)
      seen.push(...found.map(({ idHash }) => idHash))
      after = found.at(-1) ?? after
    }
    expect(seen).toEqual(['a-k1', 'b-k1', 'c-k1', 'a-k3', 'b-k3', 'c-k3'])
  })

  test('rewraps what another key wraps, and no outdated revision', { tags: ['F55'] }, async () => {
    const { store } = opened
    await store.saveConnection(record({ idHash: 'a' }))
    await store.saveConnection(record({ idHash: 'b', kid: 'k2' }))
    expect((await store.connectionsToRewrap('k2', 10)).map(found => found.idHash)).toEqual(['a'])
    const wrapped = { idHash: 'a', revision: 'r1', kid: 'k2', wrappedKey: 'new' }
    expect(await store.rewrapConnection({ ...wrapped, revision: 'r0' })).toBe(false)
    expect(await store.rewrapConnection(wrapped)).toBe(true)
    expect(await store.readConnection('a')).toEqual(
      record({ idHash: 'a', kid: 'k2', wrappedKey: 'new' }),
    )
  })
}
