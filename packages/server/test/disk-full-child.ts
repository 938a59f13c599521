// For tests: saves tokens until the disk is full and tells which were promised to be kept.

import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'

const [file = '', secret = ''] = process.argv.slice(2)
const vault = createTokenVault({
  store: createSqliteStore({ file }),
  clientId: 'id',
  clientSecret: 'secret',
  keys: [{ kid: 'test', secret }],
})
let saved = 0
let failure = ''
while (failure === '' && saved < 10_000) {
  try {
    await vault.save(
      { user: 'ada', connection: `car-${saved}` },
      {
        accessToken: `token-${saved}`,
        refreshToken: 'r'.repeat(500),
        accessExpiresAtMs: Date.now() + 1e9,
        refreshExpiresAtMs: Date.now() + 1e9,
      },
    )
    saved += 1
  } catch (error) {
    failure = `${error} ${error instanceof Error ? error.cause : ''}`
  }
}

const stillReadable = await vault.getAccessToken({ user: 'ada', connection: 'car-0' })
process.stdout.write(JSON.stringify({ saved, failure, stillReadable }))
