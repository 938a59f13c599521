// Every option that can be refused, and the form of what a developer then reads.

import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'
import { messageFaults } from '../../test/message-faults.ts'
import { messageOf } from '../../test/message-of.ts'
import { openBackend } from '../../test/open-backend.ts'
import { createSmartcarApi } from '../api/smartcar-api.ts'
import { createConnectBackend } from '../backend/connect-backend.ts'
import { randomToken } from '../crypto/random-token.ts'
import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import type { ExchangeHandlerOptions } from '../exchange/exchange-options.ts'
import { createMachineToken } from '../provider/machine-token.ts'
import { createSessionHandler } from '../session/session-handler.ts'
import type { SessionHandlerOptions } from '../session/session-options.ts'
import type { ConnectionStore } from '../stores/connection-store.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createPostgresStore } from '../stores/postgres.ts'
import { createSqliteStore } from '../stores/sqlite.ts'
import { createTokenVault, type TokenVaultOptions } from '../vault/token-vault.ts'
import { answerChallenge } from '../webhook/answer-challenge.ts'
import { verifyWebhook } from '../webhook/verify-webhook.ts'
import type { OptionName } from './option-error.ts'

afterEach(() => vi.unstubAllEnvs())

const canary = 'canary-secret'
const secret = randomToken()
const base = {
  clientId: 'id',
  clientSecret: canary,
  redirectUri: 'https://app.example.com/back',
  origins: 'https://app.example.com',
}

const { clientSecret: _, ...withoutSecret } = base
const sessionOptions = { store: createMemoryStore(), appSession: () => 'ada' }
const machine = { clientId: 'client_id', clientSecret: canary }

function exchange(options: Partial<ExchangeHandlerOptions<unknown>>) {
  const own = { ...base, onTokens: async () => ({}) }
  return () => createExchangeHandler<unknown>({ ...own, ...options }).check()
}

function session(options: Partial<SessionHandlerOptions>) {
  const own = { ...withoutSecret, ...sessionOptions, params: () => ({}) }
  return () => createSessionHandler({ ...own, ...options }).check()
}

function vault(options: Partial<TokenVaultOptions>) {
  const store = { saveConnection: async () => {} } as Partial<ConnectionStore> as ConnectionStore
  const own = { clientId: 'id', clientSecret: canary, keys: [{ kid: 'a', secret }] }
  return () => createTokenVault({ store, ...own, ...options }).check()
}

/** What a callback finds that asks for an app session where the handler knows none. */
async function readAppSession(): Promise<void> {
  let thrown: unknown
  const { handler } = createExchange(tokenAnswer, {
    onTokens: async (_tokens, context) => ({ user: context.appSession }),
    onEvent: event => {
      thrown = 'cause' in event ? event.cause : undefined
    },
  })
  await handler(exchangeRequest({ code: 'code' }))
  if (thrown !== undefined) throw thrown
}

function inProduction(call: () => unknown) {
  return async () => {
    vi.stubEnv('NODE_ENV', 'production')
    try {
      await call()
    } finally {
      vi.unstubAllEnvs()
    }
  }
}

function openVault() {
  return createTokenVault({
    store: { saveConnection: async () => {} } as Partial<ConnectionStore> as ConnectionStore,
    clientId: 'id',
    clientSecret: canary,
    keys: [{ kid: 'a', secret }],
  })
}

const ada = { user: 'ada', connection: 'grant' }
const tokens = {
  accessToken: 'access',
  refreshToken: 'refresh',
  accessExpiresAtMs: 1,
  refreshExpiresAtMs: 1,
}

function backend(options: object) {
  return () =>
    createConnectBackend({
      applicationId: 'id',
      api: machine,
      origins: base.origins,
      user: () => 'ada',
      store: createMemoryStore(),
      ...options,
    } as never).check()
}

function api(options: object) {
  return () => createSmartcarApi({ ...machine, ...options } as never).vehicle('car')
}

function webhook() {
  return new Request('https://app.example.com/hook', { method: 'POST', body: '{}' })
}

// By option: every way to be refused. An option without a row does not compile.
const refusals: Record<OptionName, readonly (() => unknown)[]> = {
  address: ['/api/smartcar', 'ftp://app.example.com', ''].map(
    address => () => openBackend({ store: createMemoryStore() }).backend.check({ address }),
  ),
  appSession: [
    exchange({ appSession: 'ada' as never }),
    session({ appSession: undefined as never }),
    readAppSession,
  ],
  api: [
    backend({ api: undefined }),
    backend({ api: { clientId: '', clientSecret: canary } }),
    backend({ api: { clientId: 'client_id', clientSecret: '' } }),
  ],
  applicationId: [backend({ applicationId: '' }), backend({ applicationId: undefined })],
  apiUrl: [exchange({ apiUrl: 'api.smartcar.com' }), exchange({ apiUrl: 'http://api.test' })],
  challenge: [() => answerChallenge('{}', canary), () => answerChallenge('', canary)],
  clientId: [
    exchange({ clientId: '' }),
    exchange({ clientId: ' id' }),
    session({ clientId: '' }),
    vault({ clientId: '' }),
  ],
  clientSecret: [
    exchange({ clientSecret: '' }),
    exchange({ clientSecret: ` ${canary}` }),
    vault({ clientSecret: '' }),
    () => createExchangeHandler({ ...withoutSecret, onTokens: async () => ({}) }).check(),
  ],
  connection: [() => openVault().remove({ user: 'ada', connection: '' })],
  clock: [api({ clock: Date.now }), api({ clock: { now: Date.now } }), api({ clock: null })],
  connectUrl: [
    session({ connectUrl: '/oauth' }),
    session({ connectUrl: `https://id:${canary}@connect.smartcar.com` }),
  ],
  file: ['', ' ', undefined].map(file => () => createSqliteStore({ file: file as never }).check()),
  iamUrl: [
    () => createMachineToken({ ...machine, iamUrl: 'http://iam.test' }).getAccessToken(),
    exchange({ machine: { ...machine, iamUrl: 'iam' } }),
  ],
  keys: [
    vault({ keys: [] }),
    vault({ keys: undefined as never }),
    vault({ keys: { kid: 'a', secret } as never }),
    vault({ keys: [undefined as never] }),
    vault({ keys: [{ kid: undefined as never, secret }] }),
    vault({ keys: [{ kid: 'a', secret: undefined as never }] }),
    vault({ keys: [{ kid: '', secret }] }),
    vault({ keys: [{ kid: 'a b', secret }] }),
    vault({ keys: [{ kid: 'a', secret: canary }] }),
    vault({ keys: ['a', 'a'].map(kid => ({ kid, secret })) }),
  ],
  mode: [
    backend({ mode: 'test' }),
    exchange({ mode: 'Live' as never }),
    exchange({ mode: '' as never }),
  ],
  scope: [
    backend({ scope: 'read_odometer' }),
    exchange({ scope: 'read_odometer' as never }),
    exchange({ scope: ['read_odometer read_vin'] }),
    exchange({ scope: [undefined as never] }),
  ],
  limitKey: [exchange({ limitKey: '127.0.0.1' as never })],
  machine: [
    exchange({ machine: { ...machine, clientId: '' } }),
    exchange({ machine: { ...machine, clientSecret: '' } }),
    exchange({ machine: { ...machine, apiUrl: 'http://vehicle.test' } }),
    () => createMachineToken({ ...machine, clientId: '' }).getAccessToken(),
    () => createMachineToken({ ...machine, clientSecret: ` ${canary}` }).getAccessToken(),
  ],
  deadlineMs: ['60000', 0, -1, Number.NaN, Number.POSITIVE_INFINITY, null].map(deadlineMs =>
    api({ deadlineMs }),
  ),
  fetch: [api({ fetch: 'fetch' }), api({ fetch: {} })],
  maxConcurrent: [0, -1, 1.5, Number.NaN, '10', 1e9].map(maxConcurrent => api({ maxConcurrent })),
  unitSystem: [api({ unitSystem: 'Metric' }), api({ unitSystem: '' }), api({ unitSystem: null })],
  path: ['api/smartcar', '.evil.example', '//evil.example', '/a?b', '/a#b', 5].map(path =>
    backend({ path }),
  ),
  managementToken: [() => answerChallenge('abc', ''), () => verifyWebhook(webhook(), '')],
  onConnected: [
    exchange({ onConnected: async () => ({}) }),
    exchange({ onConnected: async () => ({}), machine }),
    exchange({ onConnected: async () => ({}), requireSession: true, ...sessionOptions }),
  ],
  onReauthenticated: [
    exchange({ onReauthenticated: async () => ({}) }),
    exchange({ onReauthenticated: async () => ({}), machine }),
    exchange({ onReauthenticated: async () => ({}), requireSession: true, ...sessionOptions }),
  ],
  onTokens: [exchange({ onTokens: undefined })],
  origins: [
    exchange({ origins: [] }),
    exchange({ origins: '*' }),
    exchange({ origins: 'null' }),
    exchange({ origins: ['https://app.example.com', 'https://app.example.com/a'] }),
    session({ origins: 'https://app.example.com/path' }),
  ],
  params: [backend({ params: {} }), session({ params: {} as never })],
  pool: [undefined, {}].map(pool => () => createPostgresStore({ pool: pool as never }).check()),
  redirectUri: [
    exchange({ redirectUri: '/back' }),
    exchange({ redirectUri: 'https://app.example.com/#back' }),
    session({ redirectUri: '' }),
  ],
  requireSession: [
    exchange({ requireSession: true }),
    exchange({ requireSession: true, appSession: () => 'ada' }),
    exchange({ requireSession: true, store: createMemoryStore() }),
  ],
  simulator: [
    exchange({ simulator: 'localhost:4010' }),
    exchange({ simulator: 'http://localhost:4010/path' }),
    exchange({ simulator: 'http://simulator.example.com' }),
    exchange({ simulator: 'http://localhost:4010', tokenUrl: 'https://auth.test/token' }),
    exchange({ simulator: 'http://localhost:4010', machine: { ...machine, apiUrl: canary } }),
    session({ simulator: 'http://localhost:4010', connectUrl: 'https://connect.test' }),
    inProduction(exchange({ simulator: 'http://localhost:4010', store: {} as never })),
  ],
  store: [
    exchange({ store: {} as never }),
    exchange({ store: createSqliteStore as never }),
    inProduction(exchange({})),
    inProduction(exchange({ store: createMemoryStore() })),
    inProduction(session({})),
    inProduction(() => createMemoryStore().claimExchange({} as never)),
    inProduction(() => createMemoryStore().saveStartedSession({} as never, {} as never)),
    session({ store: undefined as never }),
    vault({ store: undefined as never }),
    vault({ store: createMemoryStore() as never }),
  ],
  tenant: [() => openVault().list({ user: 'ada', tenant: NaN as never })],
  tokens: [
    () => openVault().save(ada, { ...tokens, accessToken: 'a\nb' }),
    () => openVault().save(ada, { ...tokens, refreshToken: '' }),
    () => openVault().save(ada, { ...tokens, accessExpiresAtMs: Number.NaN }),
    () => openVault().save(ada, { ...tokens, refreshExpiresAtMs: undefined as never }),
  ],
  tokenUrl: [
    exchange({ tokenUrl: 'http://auth.test' }),
    session({ tokenUrl: 'https://auth.test/#token' }),
    vault({ tokenUrl: 'token' }),
  ],
  user: [undefined, null, Number.NaN, '', ' ', 5, {}].flatMap(user => [
    () => openVault().save({ ...ada, user: user as never }, tokens),
    () => openVault().getAccessToken({ ...ada, user: user as never }),
    () => openVault().list({ user: user as never }),
    () => openVault().remove({ ...ada, user: user as never }),
  ]),
}

test.each(Object.entries(refusals))('says in sentences why %s is refused', async (name, calls) => {
  for (const call of calls) {
    await expect(async () => call()).rejects.toThrow(TypeError)
    const message = await messageOf(call)
    expect(messageFaults(message, name), message).toEqual([])
    expect(message).not.toContain(canary)
    expect(message).not.toContain(secret)
  }
})

test('accepts the options that the refused ones differ from', async () => {
  for (const call of [exchange({}), exchange({ machine }), session({}), vault({})]) await call()
})

test('says in sentences why a simulator is refused in production', { tags: ['T42'] }, async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const tokenUrl = 'http://localhost:4010/oauth/token'
  const message = await messageOf(exchange({ tokenUrl }))
  expect(message).toContain('NODE_ENV is production')
  expect(messageFaults(message, 'tokenUrl')).toEqual([])
})

test.each([
  ['', 3],
  ['It is wrong. See https://smartcar-connect.github.io/troubleshooting#keys', 2],
  [
    'It must match [a-z]+, so it is wrong. Change it to a name. See https://smartcar-connect.github.io/troubleshooting#keys',
    1,
  ],
])('would find a message of another form: %s', (message, count) => {
  expect(messageFaults(message, 'keys').length).toBeGreaterThanOrEqual(count)
})
