// A vault whose store, clock, callers or app fail.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSqliteTestStore, type TestStore } from '../../test/open-test-store.ts'
import { ada, openVault, tokensFor } from '../../test/open-vault.ts'
import type { ConnectionStore } from '../stores/connection-store.ts'

let opened: TestStore
beforeEach(async () => {
  opened = await openSqliteTestStore()
})
afterEach(async () => {
  vi.useRealTimers()
  await opened.close()
})

function raw(): never {
  throw Object.assign(new Error('connection to 10.0.0.7 refused for canary-secret'), {
    code: 'ECONNREFUSED',
  })
}

/** The store with one method that does something else. */
function storeWith(change: Partial<ConnectionStore>): ConnectionStore {
  return { ...opened.store, ...change }
}

const work = [
  ['getAccessToken', 'readConnection'],
  ['getAccessToken', 'leaseConnection'],
  ['list', 'listConnections'],
  ['remove', 'deleteConnection'],
  ['rewrap', 'connectionsToRewrap'],
] as const

test.each(work)(
  'raw database errors came out of %s when %s failed',
  { tags: ['F64', 'F75', 'T32'] },
  async (method, failing) => {
    const { vault } = openVault(opened, {
      store: storeWith({ [failing]: failing === 'readConnection' ? raw : async () => raw() }),
    })
    await openVault(opened).vault.save(ada, tokensFor(opened.now()))
    opened.pass(3_600_000)
    const error = await vault[method](ada).catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      name: 'VaultError',
      code: 'store_unavailable',
      cause: {
        message: 'connection to 10.0.0.7 refused for [redacted]',
        code: 'ECONNREFUSED',
      },
    })
  },
)

test('a log got the tokens that a store or onNeedsReauth had thrown', {
  tags: ['F64', 'T32'],
}, async () => {
  const { accessToken, refreshToken } = tokensFor(opened.now(), 'canary-of-ada')
  function fail(): never {
    throw new Error(`${accessToken} ${refreshToken}`)
  }
  const { vault: full } = openVault(opened, { store: storeWith({ saveConnection: fail }) })
  const error = await full
    .save(ada, tokensFor(opened.now(), 'canary-of-ada'))
    .catch(caught => caught)
  expect(error.cause.message).toBe('[redacted] [redacted]')

  const { vault, events } = openVault(opened, {
    onNeedsReauth: fail,
    fetch: async () => Response.json({ error: 'invalid_grant' }, { status: 400 }),
  })
  await vault.save(ada, tokensFor(opened.now(), 'canary-of-ada'))
  opened.pass(7_200_000)
  await expect(vault.getAccessToken(ada)).rejects.toMatchObject({ code: 'needs_reauth' })
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'callback_failed',
      cause: expect.objectContaining({ message: '[redacted] [redacted]' }),
    }),
  )
})

test('tokens that exist nowhere else are written again when the database stumbles', {
  tags: ['F56', 'F75'],
}, async () => {
  let failures = 0
  const { vault } = openVault(opened, {
    store: storeWith({
      saveConnection: async record => {
        failures += 1
        return failures < 3 ? raw() : opened.store.saveConnection(record)
      },
    }),
  })
  await vault.save(ada, tokensFor(opened.now()))
  expect(await vault.getAccessToken(ada)).toBe('access-first')
})

test('a store that never answers is not waited for without end', { tags: ['F75'] }, async () => {
  vi.useFakeTimers()
  const { vault } = openVault(opened, {
    store: storeWith({ readConnection: () => new Promise(() => {}) }),
  })
  const ended = expect(vault.getAccessToken(ada)).rejects.toMatchObject({
    code: 'store_unavailable',
    cause: { message: /store.readConnection did not end/ },
  })
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
  await vi.advanceTimersByTimeAsync(10_000)
  await ended
})

test('a store that never gives the lease is not asked without end', { tags: ['F75'] }, async () => {
  const leaseConnection = vi.fn(async () => undefined)
  const { vault } = openVault(opened, { store: storeWith({ leaseConnection }) })
  await vault.save(ada, { ...tokensFor(opened.now()), accessExpiresAtMs: 0 })
  vi.useFakeTimers()
  const ended = expect(vault.getAccessToken(ada)).rejects.toMatchObject({
    code: 'refresh_failed',
    cause: { message: expect.stringMatching(/was being refreshed or replaced for \d+ ms/) },
  })
  await vi.waitFor(() => expect(leaseConnection).toHaveBeenCalled())
  await vi.advanceTimersByTimeAsync(61_000)
  await ended
})

test('tells why a refresh failed, to the caller and in the event, without a token', {
  tags: ['F64', 'T32'],
}, async () => {
  const { vault, events } = openVault(opened, {
    fetch: async () => Promise.reject(new TypeError('broken pipe with refresh-first in it')),
  })
  await vault.save(ada, { ...tokensFor(opened.now()), accessExpiresAtMs: 0 })
  const cause = { code: 'broken', cause: { message: 'broken pipe with [redacted] in it' } }
  await expect(vault.getAccessToken(ada)).rejects.toMatchObject({ code: 'refresh_failed', cause })
  expect(events).toMatchObject([
    {
      type: 'refresh_failed',
      problem: 'provider_failed',
      step: 'provider.refreshTokens',
      host: 'auth.smartcar.com',
      cause,
    },
  ])
})

test.each([
  ['throws', () => raw()],
  ['rejects', async () => raw()],
])(
  'an onNeedsReauth that %s is reported, and the caller gets needs_reauth',
  {
    tags: ['F64'],
  },
  async (_, onNeedsReauth) => {
    const { vault, events } = openVault(opened, {
      onNeedsReauth,
      fetch: async () => Response.json({ error: 'invalid_grant' }, { status: 400 }),
    })
    await vault.save(ada, { ...tokensFor(opened.now()), accessExpiresAtMs: 0 })
    await expect(vault.getAccessToken(ada)).rejects.toMatchObject({ code: 'needs_reauth' })
    expect(events).toMatchObject([
      { type: 'connection_needs_reauth' },
      {
        type: 'callback_failed',
        step: 'onNeedsReauth',
        cause: { code: 'ECONNREFUSED', message: /\[redacted\]/ },
      },
    ])
  },
)

test('another mistake of ours ends no connection', { tags: ['F54'] }, async () => {
  const onNeedsReauth = vi.fn()
  const { vault } = openVault(opened, {
    onNeedsReauth,
    fetch: async () =>
      Response.json(
        { error: 'invalid_request', error_description: 'Missing grant_type.' },
        { status: 400 },
      ),
  })
  await vault.save(ada, { ...tokensFor(opened.now()), accessExpiresAtMs: 0 })
  await expect(vault.getAccessToken(ada)).rejects.toMatchObject({ code: 'refresh_failed' })
  expect(onNeedsReauth).not.toHaveBeenCalled()
  expect(await openVault(opened).vault.getAccessToken(ada)).toBe('access-1')
})

test('a caller whose token was refused never gets that token from a caller who may have it', {
  tags: ['T40'],
}, async () => {
  let proceed: () => void = () => {}
  const held = new Promise<void>(resolve => {
    proceed = resolve
  })
  const { vault, calls } = openVault(opened, {
    store: storeWith({
      readConnection: async idHash => {
        const record = await opened.store.readConnection(idHash)
        await held
        return record
      },
    }),
  })
  await vault.save(ada, tokensFor(opened.now()))
  const plain = vault.getAccessToken(ada)
  const refused = vault.getAccessToken(ada, { refused: 'access-first' })
  proceed()
  expect(await plain).toBe('access-first')
  expect(await refused).toBe('access-1')
  expect(calls()).toBe(1)
})

test('a token stored while the clock was ahead is not used for hours after its end', {
  tags: ['F71'],
}, async () => {
  const { vault } = openVault(opened)
  opened.pass(4 * 3_600_000)
  await vault.save(ada, tokensFor(opened.now()))
  opened.pass(-4 * 3_600_000)
  expect(await vault.getAccessToken(ada)).toBe('access-1')
  opened.pass(24 * 3_600_000)
  expect(await vault.getAccessToken(ada)).toBe('access-2')
})

test('a token that is said to live for a year is used for two hours', {
  tags: ['F71'],
}, async () => {
  const { vault } = openVault(opened)
  await vault.save(ada, { ...tokensFor(opened.now()), accessExpiresAtMs: opened.now() + 3e10 })
  expect(await vault.getAccessToken(ada)).toBe('access-first')
  opened.pass(2 * 3_600_000)
  expect(await vault.getAccessToken(ada)).toBe('access-1')
})
