// Refreshes one connection, with at most one caller at the provider across all processes.

import { refreshTokens, type TokenEndpoint } from '../provider/token-request.ts'
import type { OnEvent } from '../server-event.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import type { ConnectionRef } from './connection-ref.ts'
import type { KeyRing } from './key-ring.ts'
import { openField, sealConnection } from './sealed-connection.ts'
import { VaultError } from './vault-error.ts'

const leaseMs = 20_000
const pauseMs = 50
const writeAttempts = 3

/** What a refresh works with. */
export type RefreshSettings = {
  store: ConnectionStore
  ring: KeyRing
  endpoint: TokenEndpoint
  emit: OnEvent
  onNeedsReauth: (ref: ConnectionRef) => void
  now: () => number
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

/** Writes rotated tokens; a database that stumbles must not cost them. */
async function writeInsistently(write: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (cause) {
      if (attempt === writeAttempts) throw new VaultError('not_stored', { cause })
      await pause(pauseMs * 4 ** attempt)
    }
  }
}

async function rotate(
  settings: RefreshSettings,
  ref: ConnectionRef,
  record: ConnectionRecord,
  lease: string,
): Promise<string | undefined> {
  const { store, ring, endpoint, emit, onNeedsReauth } = settings
  const refreshToken = await openField(ring, record, 'refreshToken')
  const answer = await refreshTokens(endpoint, refreshToken)
  if ('tokens' in answer) {
    const next = await sealConnection(ring, ref, answer.tokens)
    // Stored before it is used: whoever used it first could lose the rotation.
    const stored = await writeInsistently(() => store.rotateConnection(lease, next))
    if (!stored) return undefined
    emit({ type: 'connection_refreshed' })
    return answer.tokens.accessToken
  }
  if (answer.failure === 'grant_refused') {
    const retired = await store.retireConnection(record.idHash, lease)
    if (!retired) return undefined
    emit({ type: 'connection_needs_reauth' })
    onNeedsReauth(ref)
    throw new VaultError('needs_reauth')
  }
  emit({ type: 'refresh_failed', failure: answer.failure })
  throw new VaultError('refresh_failed')
}

/**
 * The access token of a connection, refreshed when it is due.
 *
 * One caller holds a lease on the record's revision and asks the provider; the others wait for its
 * write. A holder that died is replaced when its lease ends, with the old refresh token, which the
 * provider accepts for a grace.
 *
 * @param refused an access token that counts as due, whatever its clock says.
 * @throws {VaultError}
 */
export async function refreshConnection(
  settings: RefreshSettings,
  ref: ConnectionRef,
  idHash: string,
  refused?: string,
): Promise<string> {
  const { store, ring, now } = settings
  for (;;) {
    const record = await store.readConnection(idHash)
    if (record === undefined) throw new VaultError('unknown_connection')
    if (record.status === 'needs_reauth') throw new VaultError('needs_reauth')
    if (record.accessExpiresAtMs > now()) {
      const accessToken = await openField(ring, record, 'accessToken')
      if (accessToken !== refused) return accessToken
    }
    const lease = await store.leaseConnection(idHash, record.revision, leaseMs)
    if (lease === undefined) {
      await pause(pauseMs)
      continue
    }
    try {
      const accessToken = await rotate(settings, ref, record, lease)
      // Without one the record changed while the provider was asked: read it again.
      if (accessToken !== undefined) return accessToken
    } catch (error) {
      await store.releaseConnection(idHash, lease).catch(() => {})
      throw error
    }
  }
}
