// For tests: a process whose app functions all fail; it says what it got before it ends.

import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'

const [secret = '', isAsynchronous = ''] = process.argv.slice(2)

function fail(): Promise<never> {
  if (isAsynchronous === 'rejects') return Promise.reject(new Error('a function of the app failed'))
  throw new Error('a function of the app failed')
}

const vault = createTokenVault({
  store: createSqliteStore({ file: ':memory:' }),
  clientId: 'id',
  clientSecret: 'secret',
  keys: [{ kid: 'test', secret }],
  fetch: async () => Response.json({ error: 'invalid_grant' }, { status: 400 }),
  onNeedsReauth: fail,
  onEvent: fail,
})
const ref = { user: 'ada', connection: 'grant' }
await vault.save(ref, {
  accessToken: 'access',
  refreshToken: 'refresh',
  accessExpiresAtMs: 0,
  refreshExpiresAtMs: Date.now() + 1e9,
})
const code = await vault.getAccessToken(ref).catch((error: { code?: string }) => error.code)
await new Promise(resolve => setTimeout(resolve, 100))
process.stdout.write(JSON.stringify({ code }))
