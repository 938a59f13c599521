// Keeps tokens sealed in a database and hands out access tokens that work.

import type { Fetch } from '../provider/provider-fetch.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import type { Tokens } from '../provider/tokens.ts'
import { type OnEvent, safeEmit } from '../server-event.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import { type ConnectionOwner, type ConnectionRef, idHash, ownerHash } from './connection-ref.ts'
import { createKeyRing, type VaultKey } from './key-ring.ts'
import { refreshConnection } from './refresh-connection.ts'
import { openField, rewrapConnection, sealConnection } from './sealed-connection.ts'
import { createSingleFlight } from './single-flight.ts'

/** Options of {@link createTokenVault}. */
export type TokenVaultOptions = {
  /** `createSqliteStore` or `createPostgresStore`. */
  store: ConnectionStore
  /** The first key writes, all read. */
  keys: readonly VaultKey[]
  clientId: string
  clientSecret: string
  /** @default 'https://auth.smartcar.com/oauth/token' */
  tokenUrl?: string | undefined
  /** @default the global fetch */
  fetch?: Fetch
  /** Told once when a connection dies: ask the person to sign in to that vehicle again. */
  onNeedsReauth?: (ref: ConnectionRef) => void
  onEvent?: OnEvent
  /** @default Date.now */
  now?: () => number
}

/** A connection without its tokens. */
export type ConnectionInfo = {
  connection: string
  status: 'active' | 'needs_reauth'
  /** When the person must connect again at the latest, in milliseconds since 1970. */
  refreshExpiresAtMs: number
}

/** Tokens of many connections. */
export type TokenVault = {
  /** Seals and stores tokens; tokens that were there for the same connection are replaced. */
  save(ref: ConnectionRef, tokens: Tokens): Promise<void>
  /**
   * An access token that is valid for at least a minute. Refreshes when due, once for all callers
   * in all processes.
   *
   * @param options.refused the token that the vehicle API has just answered 401 to. If it is still
   * the stored one it is refreshed although it is not due, so that a revoked grant is noticed now.
   * @throws {VaultError} such as `needs_reauth`
   */
  getAccessToken(ref: ConnectionRef, options?: { refused?: string }): Promise<string>
  list(owner: ConnectionOwner): Promise<ConnectionInfo[]>
  /** Forgets the tokens; `false` when there were none. Disconnect at the provider before. */
  remove(ref: ConnectionRef): Promise<boolean>
  /**
   * Protects up to 100 records with the current key instead of an older one. Repeat until it
   * returns 0; it may be interrupted and run in parallel.
   * @returns how many records it found to do.
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
 * Danger: whoever has the database and a key of the ring has the tokens. Keep them apart.
 *
 * @throws {TypeError} for keys or credentials that cannot work.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html
 * @example
 * const vault = createTokenVault({ store: createSqliteStore({ file: 'data/cars.db' }), keys, clientId, clientSecret })
 * await vault.save({ user: 'ada', connection: vehicleId }, tokens)
 * const accessToken = await vault.getAccessToken({ user: 'ada', connection: vehicleId })
 */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { store, onNeedsReauth = () => {}, now = Date.now } = options
  const ring = createKeyRing(options.keys)
  const emit = safeEmit(options.onEvent)
  const endpoint = tokenEndpoint(options)
  const settings = { store, ring, endpoint, emit, onNeedsReauth, now }
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
      const id = await idHash(ref)
      // Not together with whoever may still be given the refused one.
      const key = JSON.stringify([id, refused])
      return share(key, () => refreshConnection(settings, ref, id, refused))
    },
    async list(owner) {
      const records = await store.listConnections(await ownerHash(owner))
      return Promise.all(records.map(infoOf))
    },
    async remove(ref) {
      return store.deleteConnection(await idHash(ref))
    },
    async rewrap() {
      const records = await store.connectionsToRewrap(ring.currentKid, rewrapBatch)
      for (const record of records) {
        // A record that changes meanwhile was written with the current key anyway.
        await store.rewrapConnection(await rewrapConnection(ring, record))
      }
      return records.length
    },
  }
}
