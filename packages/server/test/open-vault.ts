// For tests: a vault over a store, with a provider that answers what a test says.

import { randomToken } from '../src/crypto/random-token.ts'
import type { Tokens } from '../src/provider/tokens.ts'
import type { ServerEvent } from '../src/server-event.ts'
import type { ConnectionRef } from '../src/vault/connection-ref.ts'
import type { VaultKey } from '../src/vault/key-ring.ts'
import {
  createTokenVault,
  type TokenVault,
  type TokenVaultOptions,
} from '../src/vault/token-vault.ts'
import { tokensAnswer } from './honest-provider.ts'
import type { TestStore } from './open-test-store.ts'

/** One key for all vaults of a test file. */
export const testKey: VaultKey = { kid: 'test', secret: randomToken() }

/** The connection that the tests are about. */
export const ada: ConnectionRef = { user: 'ada', connection: 'grant' }

/** Tokens that are good for an hour from `nowMs`. */
export function tokensFor(nowMs: number, name = 'first'): Tokens {
  return {
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    accessExpiresAtMs: nowMs + 3_600_000,
    refreshExpiresAtMs: nowMs + 5e9,
  }
}

/** A vault, its events, and how often the provider was asked. */
export type TestVault = { vault: TokenVault; events: ServerEvent[]; calls: () => number }

/** Opens a vault; its provider gives `access-1`, `access-2` and so on. */
export function openVault(opened: TestStore, options: Partial<TokenVaultOptions> = {}): TestVault {
  const events: ServerEvent[] = []
  let calls = 0
  const vault = createTokenVault({
    store: opened.store,
    keys: [testKey],
    clientId: 'id',
    clientSecret: 'canary-secret',
    now: opened.now,
    onEvent: event => events.push(event),
    ...options,
    fetch: async request => {
      calls += 1
      return options.fetch?.(request) ?? tokensAnswer(`access-${calls}`, `refresh-${calls}`)
    },
  })
  return { vault, events, calls: () => calls }
}
