// Refreshes one connection, with at most one caller at the provider across all processes.

import type { TokenEndpoint } from '../provider/token-endpoint.ts'
import { refreshTokens } from '../provider/token-request.ts'
import { callApp } from '../reporting/call-app.ts'
import { failureOf } from '../reporting/failure.ts'
import type { Report } from '../reporting/reporter.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import { type ConnectionRef, hashConnection } from './connection-ref.ts'
import type { KeyRing } from './key-ring.ts'
import { openField, sealConnection } from './sealed-connection.ts'
import { VaultError } from './vault-error.ts'

const leaseMs = 20_000
const pauseMs = 50
const maxWrites = 3
const callbackTimeoutMs = 5000

/** What a refresh is given. */
export type RefreshContext = {
  /** Keeps the sealed tokens. */
  store: ConnectionStore
  /** Opens and seals the tokens. */
  ring: KeyRing
  /** Where refresh tokens are exchanged. */
  endpoint: TokenEndpoint
  /** Gets events; never throws. */
  emit: Report
  /** Is called once when a connection dies. */
  onNeedsReauth: (ref: ConnectionRef) => unknown
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

/** Writes rotated tokens up to three times, because they exist nowhere else. */
async function writeWithRetries(write: () => Promise<boolean>): Promise<boolean> {
  for (let writes = 1; ; writes += 1) {
    try {
      return await write()
    } catch (cause) {
      if (writes === maxWrites) throw new VaultError('not_stored', { cause })
      await pause(pauseMs * 4 ** writes)
    }
  }
}

/** Returns the new access token, or `undefined` when the record changed during the refresh. */
async function rotate(
  context: RefreshContext,
  ref: ConnectionRef,
  record: ConnectionRecord,
  lease: string,
): Promise<string | undefined> {
  const { store, ring, endpoint, emit, onNeedsReauth } = context
  const refreshToken = await openField(ring, record, 'refreshToken')
  const answer = await refreshTokens(endpoint, refreshToken)
  if (answer.ok) {
    const next = await sealConnection(ring, ref, answer.tokens)
    // The tokens are stored before they are used: a crash in between must not lose the rotation.
    const isStored = await writeWithRetries(() => store.rotateConnection(lease, next))
    if (!isStored) return undefined
    emit({ type: 'connection_refreshed' })
    return answer.tokens.accessToken
  }
  if (answer.problem === 'grant_refused') {
    const isRetired = await store.retireConnection(record.idHash, lease)
    if (!isRetired) return undefined
    emit({ type: 'connection_needs_reauth' })
    await callApp('onNeedsReauth', () => onNeedsReauth(ref), callbackTimeoutMs).catch(thrown => {
      emit({ type: 'callback_failed', ...failureOf('onNeedsReauth', thrown, []) })
    })
    throw new VaultError('needs_reauth')
  }
  emit({ type: 'refresh_failed', problem: answer.problem })
  throw new VaultError('refresh_failed')
}

/**
 * Returns the access token of a connection, refreshed when it is due.
 *
 * One caller holds a lease on the revision of the record and asks the provider. The others wait for
 * what it stores. If that caller dies, another gets the lease after 20 seconds and uses the old
 * refresh token, which the provider accepts for a grace.
 *
 * @param refused an access token that counts as due even before its end.
 * @throws {VaultError}
 */
export async function refreshConnection(
  context: RefreshContext,
  ref: ConnectionRef,
  refused?: string,
): Promise<string> {
  const { store, ring, endpoint } = context
  const idHash = await hashConnection(ref)
  for (;;) {
    const record = await store.readConnection(idHash)
    if (record === undefined) throw new VaultError('unknown_connection')
    if (record.status === 'needs_reauth') throw new VaultError('needs_reauth')
    if (record.accessExpiresAtMs > endpoint.now()) {
      const accessToken = await openField(ring, record, 'accessToken')
      if (accessToken !== refused) return accessToken
    }
    const lease = await store.leaseConnection(idHash, record.revision, leaseMs)
    if (lease === undefined) {
      await pause(pauseMs)
      continue
    }
    try {
      const accessToken = await rotate(context, ref, record, lease)
      // The record changed during the refresh: read it again.
      if (accessToken !== undefined) return accessToken
    } catch (error) {
      await store.releaseConnection(idHash, lease).catch(() => {})
      throw error
    }
  }
}
