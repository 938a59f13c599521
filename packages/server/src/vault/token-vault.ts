// Keeps tokens sealed in a database and hands out access tokens that work.

import type { Fetch } from '../provider/provider-fetch.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import { createSingleFlight } from '../provider/single-flight.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import type { Tokens } from '../provider/tokens.ts'
import { createReporter } from '../reporting/reporter.ts'
import type { OnEvent } from '../server-event.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import {
  type ConnectionOwner,
  type ConnectionRef,
  hashConnection,
  hashOwner,
} from './connection-ref.ts'
import { createKeyRing, type VaultKey } from './key-ring.ts'
import { refreshConnection } from './refresh-connection.ts'
import { openField, rewrapConnection, sealConnection } from './sealed-connection.ts'

/** Options of {@link createTokenVault}. */
export type TokenVaultOptions = SimulatorOptions & {
  /** Keeps the sealed tokens: `createSqliteStore` or `createPostgresStore`. */
  store: ConnectionStore
  /** The keys that protect the tokens. The first key writes, all read. */
  keys: readonly VaultKey[]
  /** The application whose tokens are kept. */
  clientId: string
  /** The client secret, for refreshing. */
  clientSecret: string
  /** The token endpoint. @default 'https://auth.smartcar.com/oauth/token' */
  tokenUrl?: string | undefined
  /** Sends requests to the provider. @default the global fetch */
  fetch?: Fetch
  /**
   * Is called once when a connection dies: ask the person to connect again. The caller of
   * `getAccessToken` gets `needs_reauth` whatever becomes of it; it is waited for 5 seconds at most.
   */
  onNeedsReauth?: (ref: ConnectionRef) => unknown
  /** Gets events for logs and metrics. */
  onEvent?: OnEvent
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: () => number
}

/** A connection without its tokens. */
export type ConnectionInfo = {
  /** The app's name for the grant, as in `ConnectionRef`. */
  connection: string
  /** `needs_reauth` once the provider has refused the refresh token. */
  status: 'active' | 'needs_reauth'
  /** When the person must connect again at the latest, in milliseconds since 1970. */
  refreshExpiresAtMs: number
}

/** The tokens of many connections. */
export type TokenVault = {
  /**
   * Seals and stores tokens. Tokens of the same connection are replaced.
   *
   * @throws what the store throws when it cannot write.
   */
  save(ref: ConnectionRef, tokens: Tokens): Promise<void>
  /**
   * Returns an access token that is valid for at least a minute. A token that is due is refreshed,
   * once for all callers in all processes.
   *
   * @param options.refused the token that the vehicle API has just answered with 401. If it is still
   * the stored one it is refreshed although it is not due, so that a revoked grant is noticed now.
   * @throws {VaultError} such as `needs_reauth`
   */
  getAccessToken(ref: ConnectionRef, options?: { refused?: string }): Promise<string>
  /**
   * Lists the connections of an owner.
   *
   * @throws {VaultError} `key_missing` or `tampered`
   */
  list(owner: ConnectionOwner): Promise<ConnectionInfo[]>
  /** Forgets the tokens; `false` when there were none. Disconnect at the provider before. */
  remove(ref: ConnectionRef): Promise<boolean>
  /**
   * Protects up to 100 records with the current key instead of an older one. Repeat it until it
   * returns 0. It may be interrupted and run in parallel.
   *
   * @returns how many records it found to do.
   * @throws {VaultError} `key_missing` or `tampered`
   */
  rewrap(): Promise<number>
}

const rewrapBatch = 100

/**
 * Creates a vault over a database store.
 *
 * Every record has a key of its own, sealed by the key ring, and is bound to tenant, user,
 * connection and field: rows that were swapped or changed do not open.
 *
 * Danger: the database and a key of the ring together are the tokens. Keep them apart.
 *
 * @throws {TypeError} for keys or credentials that cannot work.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html
 * @example
 * const vault = createTokenVault({ store: createSqliteStore({ file: 'data/cars.db' }), keys, clientId, clientSecret })
 * await vault.save({ user: 'ada', connection: userId }, tokens)
 * const accessToken = await vault.getAccessToken({ user: 'ada', connection: userId })
 */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { store, onNeedsReauth = () => {} } = options
  const ring = createKeyRing(options.keys)
  const emit = createReporter(options.onEvent, [options])
  const endpoint = tokenEndpoint(options)
  const context = { store, ring, endpoint, emit, onNeedsReauth }
  const share = createSingleFlight<string>()

  async function infoOf(record: ConnectionRecord): Promise<ConnectionInfo> {
    const { connection } = JSON.parse(await openField(ring, record, 'identity'))
    const { status, refreshExpiresAtMs } = record
    return { connection, status, refreshExpiresAtMs }
  }

  return {
    async save(ref, tokens) {
      await store.saveConnection(await sealConnection(ring, ref, tokens))
    },
    async getAccessToken(ref, { refused } = {}) {
      // The refused token is part of the key, because other callers may still get that token.
      const { tenant = '', user, connection } = ref
      const key = JSON.stringify([tenant, user, connection, refused])
      return share(key, () => refreshConnection(context, ref, refused))
    },
    async list(owner) {
      const records = await store.listConnections(await hashOwner(owner))
      return Promise.all(records.map(infoOf))
    },
    async remove(ref) {
      return store.deleteConnection(await hashConnection(ref))
    },
    async rewrap() {
      const records = await store.connectionsToRewrap(ring.currentKid, rewrapBatch)
      for (const record of records) {
        // A record that changed since it was read was written with the current key anyway.
        await store.rewrapConnection(await rewrapConnection(ring, record))
      }
      return records.length
    },
  }
}
