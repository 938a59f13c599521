// Keeps tokens sealed in a database and hands out access tokens that work.

import { judgeOnce } from '../options/judge-once.ts'
import { optionError } from '../options/option-error.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import { createSingleFlight } from '../provider/single-flight.ts'
import { tokenEndpoint } from '../provider/token-endpoint.ts'
import type { Tokens } from '../provider/tokens.ts'
import { guardStore } from '../reporting/call-app.ts'
import { failureOf, StepError } from '../reporting/failure.ts'
import type { Secrets } from '../reporting/redact.ts'
import { createReporter } from '../reporting/reporter.ts'
import type { OnEvent } from '../server-event.ts'
import { checkStore } from '../stores/check-store.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import { deadlineIn } from '../timing/deadline.ts'
import { tryAgain } from '../timing/try-again.ts'
import { checkedTokens } from './checked-tokens.ts'
import {
  type ConnectionOwner,
  type ConnectionRef,
  hashConnection,
  hashOwner,
} from './connection-ref.ts'
import { createKeyRing, type VaultKey } from './key-ring.ts'
import { refreshConnection } from './refresh-connection.ts'
import { createRewrap } from './rewrap.ts'
import { applicationOf, openField, sealConnection } from './sealed-connection.ts'
import { unreadableCode, VaultError } from './vault-error.ts'

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

/** A connection without its tokens, or a row that does not open. */
export type ConnectionInfo =
  | {
      /** The app's name for the grant, as in `ConnectionRef`. */
      connection: string
      /** `needs_reauth` once the provider has refused the refresh token. */
      status: 'active' | 'needs_reauth'
      /** When the person must connect again at the latest, in milliseconds since 1970. */
      refreshExpiresAtMs: number
    }
  | {
      /** Not known: the name is sealed in the row that does not open. */
      connection?: undefined
      /** The row is damaged, or its key is missing. */
      status: 'unreadable'
      /** The hash that the row is found by. */
      reference: string
      /** Why it does not open, as in `VaultError`. */
      code: 'key_missing' | 'tampered'
    }

/** The tokens of many connections. */
export type TokenVault = {
  /**
   * Seals and stores tokens. Tokens of the same connection are replaced. A database that stumbles is
   * asked again for a few seconds, because the tokens exist nowhere else.
   *
   * @throws {TypeError} for ids or tokens that cannot be.
   * @throws {VaultError} `store_unavailable`
   */
  save(ref: ConnectionRef, tokens: Tokens): Promise<void>
  /**
   * Returns an access token that is valid for at least a minute. A token that is due is refreshed,
   * once for all callers in all processes.
   *
   * @param options.refused the token that the vehicle API has just answered with 401. If it is still
   * the stored one it is refreshed although it is not due, so that a revoked grant is noticed now.
   * @throws {TypeError} for ids that cannot be.
   * @throws {VaultError} such as `needs_reauth`
   */
  getAccessToken(ref: ConnectionRef, options?: { refused?: string | undefined }): Promise<string>
  /**
   * Lists the connections of an owner. A row that does not open is listed as `unreadable`, and hides
   * none of the others.
   *
   * @throws {TypeError} for ids that cannot be.
   * @throws {VaultError} `store_unavailable`
   */
  list(owner: ConnectionOwner): Promise<ConnectionInfo[]>
  /**
   * Forgets the tokens; `false` when there were none. Disconnect at the provider before.
   *
   * @throws {TypeError} for ids that cannot be.
   * @throws {VaultError} `store_unavailable`
   */
  remove(ref: ConnectionRef): Promise<boolean>
  /**
   * Protects up to 100 records with the current key instead of an older one. Repeat it until it
   * returns 0. It may be interrupted and run in parallel.
   *
   * A record that does not open is passed over and reported as `connection_unreadable`.
   *
   * @returns how many records it did.
   * @throws {VaultError} `store_unavailable`
   */
  rewrap(): Promise<number>
  /**
   * Judges the options now instead of at the first use, and opens the store where it can be opened.
   * Call it when the server starts.
   *
   * @throws {TypeError} naming the option that cannot work.
   */
  check(): Promise<void>
}

const storeTimeoutMs = 10_000
const writeDeadlineMs = 5000

/**
 * Creates a vault over a database store.
 *
 * Every record has a key of its own, sealed by the key ring, and is bound to tenant, user,
 * connection and field: rows that were swapped or changed do not open.
 *
 * Danger: the database and a key of the ring together are the tokens. Keep them apart.
 *
 * The options are judged at the first use, or by `check()`: keys or credentials that cannot work make
 * every method reject with a `TypeError` that names the option.
 *
 * @returns the vault; what goes wrong in it is a {@link VaultError}
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html
 * @example
 * const vault = createTokenVault({ store: createSqliteStore({ file: 'data/cars.db' }), keys, clientId, clientSecret })
 * await vault.save({ user: 'ada', connection: userId }, tokens)
 * const accessToken = await vault.getAccessToken({ user: 'ada', connection: userId })
 */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const opened = judgeOnce(() => openTokenVault(options))
  return {
    async save(ref, tokens) {
      return (await opened()).save(ref, tokens)
    },
    async getAccessToken(ref, { refused } = {}) {
      return (await opened()).getAccessToken(ref, { refused })
    },
    async list(owner) {
      return (await opened()).list(owner)
    },
    async remove(ref) {
      return (await opened()).remove(ref)
    },
    async rewrap() {
      return (await opened()).rewrap()
    },
    async check() {
      await opened()
      await checkStore(options.store)
    },
  }
}

/** @throws {TypeError} naming the option that cannot work. */
function openTokenVault(options: TokenVaultOptions): Omit<TokenVault, 'check'> {
  const { onNeedsReauth = () => {} } = options
  if (typeof options.store?.saveConnection !== 'function') {
    throw optionError(
      'store',
      'store keeps no connections, as the one in memory, so tokens would be lost. Give createSqliteStore or createPostgresStore.',
    )
  }
  const store = guardStore(options.store, storeTimeoutMs)
  const ring = createKeyRing(options.keys)
  const emit = createReporter(options.onEvent, [options])
  const endpoint = tokenEndpoint(options)
  const application = applicationOf(endpoint)
  const context = { store, ring, application, endpoint, emit, onNeedsReauth }
  const share = createSingleFlight<string>()
  const rewrapNext = createRewrap({ store, ring, application, emit })

  async function infoOf(record: ConnectionRecord): Promise<ConnectionInfo> {
    try {
      const { connection } = JSON.parse(await openField(ring, application, record, 'identity'))
      const { status, refreshExpiresAtMs } = record
      return { connection, status, refreshExpiresAtMs }
    } catch (thrown) {
      const { idHash: reference } = record
      const code = unreadableCode(thrown)
      emit({ type: 'connection_unreadable', reference, code })
      return { status: 'unreadable', reference, code }
    }
  }

  /** Turns what the store threw into an error of the vault, without secrets. */
  async function orVaultError<T>(work: () => Promise<T>, secrets: Secrets = []): Promise<T> {
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof StepError)) throw thrown
      const { cause } = failureOf(thrown.step, thrown, [endpoint.clientSecret, ...secrets])
      throw new VaultError('store_unavailable', { cause })
    }
  }

  return {
    async save(ref, tokens) {
      const checked = checkedTokens(tokens, endpoint.now())
      const record = await sealConnection(ring, application, ref, checked)
      const deadline = deadlineIn(writeDeadlineMs)
      const secrets = [checked.accessToken, checked.refreshToken]
      await orVaultError(() => tryAgain(deadline, () => store.saveConnection(record)), secrets)
    },
    async getAccessToken(ref, { refused } = {}) {
      // The refused token is part of the key, because other callers may still get that token.
      const key = JSON.stringify([await hashConnection(ref), refused])
      return share(key, () => orVaultError(() => refreshConnection(context, ref, refused)))
    },
    async list(owner) {
      const ownerHash = await hashOwner(owner)
      const records = await orVaultError(() => store.listConnections(ownerHash))
      return Promise.all(records.map(infoOf))
    },
    async remove(ref) {
      const idHash = await hashConnection(ref)
      return orVaultError(() => store.deleteConnection(idHash))
    },
    async rewrap() {
      return orVaultError(rewrapNext)
    },
  }
}
