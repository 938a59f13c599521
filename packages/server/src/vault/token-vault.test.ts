// The vault on both databases, with the simulator as the provider.

import { createSimulator } from 'smartcar-connect-simulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectInSimulator } from '../../test/connect-in-simulator.ts'
import {
  openPostgresTestStore,
  openSqliteTestStore,
  type TestStore,
} from '../../test/open-test-store.ts'
import { usePostgres } from '../../test/use-postgres.ts'
import { randomToken } from '../crypto/random-token.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import { requestTokens } from '../provider/token-request.ts'
import type { ServerEvent } from '../server-event.ts'
import { type ConnectionRef, hashOwner } from './connection-ref.ts'
import { createTokenVault, type TokenVault, type TokenVaultOptions } from './token-vault.ts'

const postgresUrl = usePostgres()

const credentials = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  tokenUrl: 'http://localhost:4010/oauth/token',
}

const oldKey = { kid: '2025', secret: randomToken() }
const newKey = { kid: '2026', secret: randomToken() }
const ref: ConnectionRef = { tenant: 'acme', user: 'ada', connection: 'car-1' }

function ownerHashOf(user = 'ada') {
  return hashOwner({ tenant: 'acme', user })
}

function missing() {
  return new Error('The connection should be there.')
}

function hours(count: number) {
  return count * 3_600_000
}

describe.each([
  ['SQLite', openSqliteTestStore],
  ['PostgreSQL', () => openPostgresTestStore(postgresUrl())],
])('%s', (_, open) => {
  let opened: TestStore
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())

  async function start() {
    const simulator = createSimulator({ now: opened.now })
    const calls: Request[] = []
    const events: ServerEvent[] = []
    const dead: ConnectionRef[] = []
    function fetch(request: Request): Promise<Response> {
      calls.push(request)
      return simulator.fetch(request)
    }
    function createVault(options: Partial<TokenVaultOptions> = {}) {
      return createTokenVault({
        ...credentials,
        store: opened.store,
        keys: [oldKey],
        fetch,
        now: opened.now,
        onEvent: event => events.push(event),
        onNeedsReauth: connection => dead.push(connection),
        ...options,
      })
    }
    const query = await connectInSimulator(simulator.fetch)
    const answer = await requestTokens(
      tokenEndpoint({ ...credentials, fetch: simulator.fetch, now: opened.now }),
      query.get('code') ?? '',
      'http://localhost:5173/smartcar-redirect.html',
    )
    if (!answer.ok) throw new Error(answer.problem)
    async function isAlive(accessToken: string): Promise<boolean> {
      const headers = { authorization: `Bearer ${accessToken}` }
      const url = 'http://localhost:4010/v2.0/user'
      return (await simulator.fetch(new Request(url, { headers }))).ok
    }
    const vault = createVault()
    await vault.save(ref, answer.tokens)
    return {
      simulator,
      fetch,
      calls,
      events,
      dead,
      createVault,
      vault,
      isAlive,
      tokens: answer.tokens,
    }
  }

  test('hands out the stored token while it is good, without a call', async () => {
    const { vault, tokens, calls } = await start()
    expect(await vault.getAccessToken(ref)).toBe(tokens.accessToken)
    expect(calls).toEqual([])
  })

  test('makes one refresh call for fifty parallel reads of two vaults', {
    tags: ['T40'],
  }, async () => {
    const { vault, createVault, calls, tokens, isAlive } = await start()
    opened.pass(hours(2))
    const second = createVault({ store: opened.reopen() })
    const read = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? vault : second).getAccessToken(ref),
      ),
    )
    expect(calls).toHaveLength(1)
    expect(new Set(read).size).toBe(1)
    expect(read[0]).not.toBe(tokens.accessToken)
    expect(await isAlive(read[0] ?? '')).toBe(true)
  })

  test('rotates again and again, each time with the newest refresh token', {
    tags: ['T40'],
  }, async () => {
    const { vault, events, isAlive } = await start()
    for (let day = 0; day < 70; day += 10) {
      opened.pass(hours(240))
      expect(await isAlive(await vault.getAccessToken(ref))).toBe(true)
    }
    expect(events.filter(event => event.type === 'connection_refreshed')).toHaveLength(7)
  })

  test('refreshes a minute before the provider’s end', { tags: ['F29'] }, async () => {
    const { vault, calls } = await start()
    opened.pass(hours(2) - 60_001)
    await vault.getAccessToken(ref)
    expect(calls).toHaveLength(0)
    opened.pass(1)
    await vault.getAccessToken(ref)
    expect(calls).toHaveLength(1)
  })

  test('goes on within the grace when a process died after the provider rotated', {
    tags: ['F53'],
  }, async () => {
    const { createVault, fetch, isAlive } = await start()
    opened.pass(hours(2))
    const calls: Request[] = []
    const died = createVault({
      fetch: async request => {
        await fetch(request)
        calls.push(request)
        return new Promise(() => {})
      },
    })
    void died.getAccessToken(ref).catch(() => {})
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    const next = createVault({ store: opened.reopen() })
    const waiting = next.getAccessToken(ref)
    opened.pass(20_000)
    expect(await isAlive(await waiting)).toBe(true)
  })

  test('ends a connection once when the provider refuses for good', { tags: ['F54'] }, async () => {
    const { simulator, vault, createVault, tokens, events, dead, calls } = await start()
    await simulator.fetch(
      new Request('http://localhost:4010/oauth/token', {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('demo-client:demo-secret')}` },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: tokens.refreshToken,
        }),
      }),
    )
    opened.pass(hours(2))
    const second = createVault({ store: opened.reopen() })
    const results = await Promise.allSettled(
      [vault, second, vault].map(each => each.getAccessToken(ref)),
    )
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'needs_reauth' } })
    }
    await expect(vault.getAccessToken(ref)).rejects.toMatchObject({ code: 'needs_reauth' })
    expect(calls).toHaveLength(1)
    expect(dead).toEqual([ref])
    expect(events.map(event => event.type)).toEqual(['connection_needs_reauth'])
    expect(await vault.list(ref)).toMatchObject([{ connection: 'car-1', status: 'needs_reauth' }])
  })

  test('notices before its time that a grant is dead, and refreshes what is not', {
    tags: ['F54'],
  }, async () => {
    const { vault, createVault, calls, tokens, dead, isAlive } = await start()
    const refused = tokens.accessToken
    const second = createVault({ store: opened.reopen() })
    const read = await Promise.all(
      [vault, second, vault].map(each => each.getAccessToken(ref, { refused })),
    )
    expect(new Set(read).size).toBe(1)
    expect(read[0]).not.toBe(refused)
    expect(await isAlive(read[0] ?? '')).toBe(true)
    // A late report about the old token costs no further call.
    expect(await vault.getAccessToken(ref, { refused })).toBe(read[0])
    expect(calls).toHaveLength(1)
    const revoked = createVault({
      fetch: async () => Response.json({ error: 'invalid_grant' }, { status: 400 }),
    })
    const asked = revoked.getAccessToken(ref, { refused: read[0] ?? '' })
    await expect(asked).rejects.toMatchObject({ code: 'needs_reauth' })
    expect(dead).toEqual([ref])
  })

  test('lives again after the person connected again', { tags: ['F54'] }, async () => {
    const { vault, tokens } = await start()
    const [record] = await opened.store.listConnections(await ownerHashOf())
    if (record === undefined) throw missing()
    await opened.store.saveConnection({ ...record, status: 'needs_reauth' })
    await expect(vault.getAccessToken(ref)).rejects.toMatchObject({ code: 'needs_reauth' })
    await vault.save(ref, tokens)
    expect(await vault.getAccessToken(ref)).toBe(tokens.accessToken)
  })

  test.each(['gives new tokens', 'refuses for good'])(
    'uses the new connection when the person connects again while the provider %s',
    { tags: ['T40'] },
    async how => {
      const { createVault, fetch, tokens, dead } = await start()
      opened.pass(hours(2))
      const fresh = { ...tokens, accessToken: 'fresh', accessExpiresAtMs: opened.now() + 1e6 }
      const vault: TokenVault = createVault({
        fetch: async request => {
          await vault.save(ref, fresh)
          if (how === 'gives new tokens') return fetch(request)
          return Response.json({ error: 'invalid_grant' }, { status: 400 })
        },
      })
      expect(await vault.getAccessToken(ref)).toBe('fresh')
      expect(await vault.getAccessToken(ref)).toBe('fresh')
      expect(dead).toEqual([])
    },
  )

  test('keeps the connection when the provider is down, and recovers', async () => {
    const { createVault, vault, isAlive, dead } = await start()
    opened.pass(hours(2))
    const down = createVault({ fetch: async () => new Response(null, { status: 503 }) })
    await expect(down.getAccessToken(ref)).rejects.toMatchObject({ code: 'refresh_failed' })
    expect(dead).toEqual([])
    expect(await isAlive(await vault.getAccessToken(ref))).toBe(true)
  })

  test('writes rotated tokens although the database stumbles', { tags: ['F56'] }, async () => {
    const { createVault, isAlive, calls } = await start()
    opened.pass(hours(2))
    let failures = 0
    const stumbling = {
      ...opened.store,
      rotateConnection: (...args: Parameters<typeof opened.store.rotateConnection>) => {
        failures += 1
        return failures < 3
          ? Promise.reject(new Error('database is locked'))
          : opened.store.rotateConnection(...args)
      },
    }
    const accessToken = await createVault({ store: stumbling }).getAccessToken(ref)
    expect(await isAlive(accessToken)).toBe(true)
    expect(await createVault().getAccessToken(ref)).toBe(accessToken)
    expect(calls).toHaveLength(1)
  })

  test('uses no token it could not store, says so, and recovers within the grace', {
    tags: ['F56'],
  }, async () => {
    const { createVault, vault, isAlive } = await start()
    opened.pass(hours(2))
    const full = {
      ...opened.store,
      rotateConnection: () => Promise.reject(new Error('disk full: demo-secret')),
    }
    await expect(createVault({ store: full }).getAccessToken(ref)).rejects.toMatchObject({
      code: 'not_stored',
      cause: { message: 'disk full: [redacted]' },
    })
    expect(await isAlive(await vault.getAccessToken(ref))).toBe(true)
  })

  test('opens no row that was swapped with another', { tags: ['T39'] }, async () => {
    const { vault, tokens } = await start()
    const other = { ...ref, user: 'eve' }
    await vault.save(other, { ...tokens, accessToken: 'token-of-eve' })
    const [ada] = await opened.store.listConnections(await ownerHashOf())
    const [eve] = await opened.store.listConnections(await ownerHashOf('eve'))
    if (ada === undefined || eve === undefined) throw missing()
    const { idHash, ownerHash } = ada
    await opened.store.saveConnection({ ...eve, idHash, ownerHash })
    await expect(vault.getAccessToken(ref)).rejects.toMatchObject({ code: 'tampered' })
    await opened.store.saveConnection({ ...ada, accessToken: ada.refreshToken })
    await expect(vault.getAccessToken(ref)).rejects.toMatchObject({ code: 'tampered' })
    await opened.store.saveConnection({ ...ada, revision: eve.revision })
    await expect(vault.getAccessToken(ref)).rejects.toMatchObject({ code: 'tampered' })
    await opened.store.saveConnection(ada)
    expect(await vault.getAccessToken(ref)).toBe(tokens.accessToken)
  })

  test('reads with the old key, writes with the new, and rewraps until none is left', {
    tags: ['F55'],
  }, async () => {
    const { vault, createVault, tokens } = await start()
    for (let index = 2; index <= 120; index += 1) {
      await vault.save({ ...ref, connection: `car-${index}` }, tokens)
    }
    const rotated = createVault({ keys: [newKey, oldKey] })
    expect(await rotated.getAccessToken(ref)).toBe(tokens.accessToken)
    const onlyNew = createVault({ keys: [newKey] })
    await expect(onlyNew.getAccessToken(ref)).rejects.toMatchObject({ code: 'key_missing' })
    expect([await rotated.rewrap(), await rotated.rewrap(), await rotated.rewrap()]).toEqual([
      100, 20, 0,
    ])
    expect(await onlyNew.getAccessToken(ref)).toBe(tokens.accessToken)
    expect(await onlyNew.list(ref)).toHaveLength(120)
  })

  test('writes no token, user or vehicle into the database in plain text', {
    tags: ['T32'],
  }, async () => {
    const { vault, tokens } = await start()
    const canary = { tenant: 'canary-tenant', user: 'canary-user', connection: 'canary-car' }
    await vault.save(canary, tokens)
    const dump = await opened.dump()
    expect(dump).toContain(oldKey.kid)
    expect(dump).not.toContain('canary')
    for (const secret of [tokens.accessToken, tokens.refreshToken, oldKey.secret]) {
      expect(dump).not.toContain(secret)
      expect(dump).not.toContain(Buffer.from(secret).toString('base64url'))
    }
  })

  test('lists and removes the connections of one owner only', async () => {
    const { vault, tokens } = await start()
    await vault.save({ ...ref, connection: 'car-2' }, tokens)
    await vault.save({ ...ref, tenant: 'other' }, tokens)
    const own = (await vault.list(ref)).map(info => info.connection).sort()
    expect(own).toEqual(['car-1', 'car-2'])
    expect(await vault.remove(ref)).toBe(true)
    expect(await vault.remove(ref)).toBe(false)
    await expect(vault.getAccessToken(ref)).rejects.toMatchObject({ code: 'unknown_connection' })
    expect(await vault.list({ ...ref, tenant: 'other' })).toHaveLength(1)
  })
})
