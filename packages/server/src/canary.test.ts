// Recognisable secrets through everything that can go right or wrong; none may come out anywhere.

import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { exchangeRequest } from '../test/exchange-request.ts'
import { tokensAnswer, vehicleAnswer } from '../test/honest-provider.ts'
import { openPostgresTestStore, openSqliteTestStore } from '../test/open-test-store.ts'
import { startSession } from '../test/start-session.ts'
import { usePostgres } from '../test/use-postgres.ts'
import { createExchangeHandler } from './exchange/exchange-handler.ts'
import { createSessionHandler } from './session/session-handler.ts'
import { createTokenVault } from './vault/token-vault.ts'

const postgresUrl = usePostgres()
afterEach(() => vi.restoreAllMocks())

// Readable in any dump, and valid as code, token, key or password alike.
function canary(what: string) {
  return `canary-${what}-`.padEnd(43, 'Z')
}

const vaultSecret = Buffer.from('canary-vault-secret-ZZZZZZZZZZZZ').toString('base64url')
const secrets = ['code', 'secret', 'access', 'refresh', 'access2', 'refresh2', 'machine'].map(
  canary,
)

// The secret that is on its way to the provider.
let sent = ''

const answers: Record<string, () => Response | Promise<Response>> = {
  good: () => tokensAnswer(canary('access'), canary('refresh')),
  refused: () => Response.json({ error: 'invalid_grant', detail: canary('code') }, { status: 400 }),
  client: () => Response.json({ error: 'invalid_client' }, { status: 401 }),
  echo: () => new Response(canary('secret'), { headers: { 'content-type': 'text/html' } }),
  wrong: () => Response.json({ access_token: canary('access'), token_type: 'Bearer' }),
  down: () => Promise.reject(new TypeError(`fetch failed with ${sent}`)),
  redirect: () => Response.redirect(`https://evil.test/?${canary('code')}`, 307),
}

describe.each([
  ['SQLite', openSqliteTestStore],
  ['PostgreSQL', () => openPostgresTestStore(postgresUrl())],
])('%s', (_, open) => {
  test('lets no secret out in answers, events, errors, output or database bytes', {
    tags: ['T32'],
    timeout: 30_000,
  }, async () => {
    const seen: string[] = []
    function see(...values: unknown[]) {
      seen.push(...values.map(value => (typeof value === 'string' ? value : deep(value))))
      return true
    }
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation(see)
    }
    for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation(see)
    }
    const opened = await open()
    let kind = 'good'
    async function fetch(request: Request): Promise<Response> {
      if (!request.url.endsWith('/token')) return vehicleAnswer(request)
      return (answers[kind] ?? answers.good ?? raise)()
    }
    const shared = {
      clientId: 'id',
      clientSecret: canary('secret'),
      store: opened.store,
      fetch,
      now: opened.now,
      onEvent: see,
    }
    const keys = [{ kid: 'k', secret: vaultSecret }]
    const vault = createTokenVault({ ...shared, keys, onNeedsReauth: see })
    const ref = { user: 'ada', connection: 'grant' }
    const page = {
      redirectUri: 'http://localhost:5173/back',
      origins: 'http://localhost:5173',
      appSession: () => canary('machine'),
    }
    const session = createSessionHandler({ ...shared, ...page, params: () => ({}) })
    const exchange = createExchangeHandler({
      ...shared,
      ...page,
      requireSession: true,
      onTokens: async received => {
        await vault.save(ref, received)
        if (kind === 'throws') throw new Error(canary('access'))
        return { connected: true }
      },
    })

    for (const next of [...Object.keys(answers), 'throws', 'good']) {
      kind = next
      const { state, cookie } = await startSession(session)
      for (const time of ['first', 'again']) {
        const code = `${canary('code')}${next}`
        sent = code
        const grant = { code, ...(next === 'redirect' && { userId: time }) }
        const response = await exchange(exchangeRequest(grant, { key: state, headers: { cookie } }))
        see(response.status, [...response.headers], await response.text())
      }
      opened.pass(60_000)
    }
    for (const next of ['refused', 'echo', 'down', 'good']) {
      kind = next
      sent = canary('refresh2')
      await vault.save(ref, {
        accessToken: canary('access2'),
        refreshToken: canary('refresh2'),
        accessExpiresAtMs: opened.now(),
        refreshExpiresAtMs: opened.now() + 1e9,
      })
      await vault.getAccessToken(ref).catch(see)
    }
    const dump = await opened.dump()
    await opened.close()
    vi.restoreAllMocks()

    expect(seen.length).toBeGreaterThan(40)
    expect(dump.length).toBeGreaterThan(500)
    const all = `${seen.join('\n')}\n${dump}`
    for (const secret of [...secrets, 'canary-vault-secret', vaultSecret]) {
      expect(all).not.toContain(secret)
      expect(all).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20))
      expect(all).not.toContain(Buffer.from(secret).toString('hex').slice(0, 30))
    }
  })
})

function raise(): never {
  throw new Error('There is no such answer.')
}
/** Everything inside a value, errors with their causes and hidden fields included. */
function deep(value: unknown): string {
  return inspect(value, { depth: 10, showHidden: true, maxStringLength: 10_000 })
}

test('would find a secret that came out', { tags: ['T32'] }, () => {
  const error = new Error('outer', { cause: new Error(canary('code')) })
  expect(deep(error)).toContain(canary('code'))
})
