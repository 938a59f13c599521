// Refreshes one connection, with at most one caller at the provider across all processes.

import type { TokenEndpoint } from '../provider/token-endpoint.ts'
import { refreshTokens } from '../provider/token-request.ts'
import type { Tokens } from '../provider/tokens.ts'
import { callApp } from '../reporting/call-app.ts'
import { failureOf } from '../reporting/failure.ts'
import type { Secrets } from '../reporting/redact.ts'
import type { Report } from '../reporting/reporter.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import { deadlineIn, pauseWithin } from '../timing/deadline.ts'
import { tryAgain } from '../timing/try-again.ts'
import { checkedTokens, maxAccessLifetimeMs } from './checked-tokens.ts'
import { type ConnectionRef, hashConnection } from './connection-ref.ts'
import type { KeyRing } from './key-ring.ts'
import { openField, sealConnection } from './sealed-connection.ts'
import { VaultError } from './vault-error.ts'

const leaseMs = 20_000
/** How long the provider may take. It ends before the lease does. */
const refreshDeadlineMs = 15_000
/** How long to write tokens that exist nowhere else. */
const writeDeadlineMs = 5000
/** How long a caller waits in all: for a lease that ends, and for a refresh of its own. */
const waitDeadlineMs = 60_000
const pauseMs = 50
const callbackTimeoutMs = 5000

/** What a refresh is given. */
export type RefreshContext = {
  /** Keeps the sealed tokens; see `guardStore`. */
  store: ConnectionStore
  /** Opens and seals the tokens. */
  ring: KeyRing
  /** Names the application that the tokens are sealed for. */
  application: string
  /** Where refresh tokens are exchanged. */
  endpoint: TokenEndpoint
  /** Reports events; never throws. */
  emit: Report
  /** Is called once when a connection dies. */
  onNeedsReauth: (ref: ConnectionRef) => unknown
}

/** Writes rotated tokens again and again, because they exist nowhere else. */
async function writeRotated(
  { store, endpoint }: RefreshContext,
  lease: string,
  record: ConnectionRecord,
  { accessToken, refreshToken }: Tokens,
): Promise<boolean> {
  try {
    return await tryAgain(deadlineIn(writeDeadlineMs), () => store.rotateConnection(lease, record))
  } catch (thrown) {
    const secrets = [endpoint.clientSecret, accessToken, refreshToken]
    const { cause } = failureOf('store.rotateConnection', thrown, secrets)
    throw new VaultError('not_stored', { cause })
  }
}

async function tellNeedsReauth(
  { emit, onNeedsReauth }: RefreshContext,
  ref: ConnectionRef,
  secrets: Secrets,
): Promise<void> {
  emit({ type: 'connection_needs_reauth' })
  try {
    await callApp('onNeedsReauth', () => onNeedsReauth(ref), callbackTimeoutMs)
  } catch (thrown) {
    emit({ type: 'callback_failed', ...failureOf('onNeedsReauth', thrown, []) }, secrets)
  }
}

/** Returns the new access token, or `undefined` when the record changed during the refresh. */
async function rotate(
  context: RefreshContext,
  ref: ConnectionRef,
  record: ConnectionRecord,
  lease: string,
): Promise<string | undefined> {
  const { store, ring, application, endpoint, emit } = context
  const refreshToken = await openField(ring, application, record, 'refreshToken')
  const answer = await refreshTokens(endpoint, refreshToken, deadlineIn(refreshDeadlineMs))
  if (answer.ok) {
    const tokens = checkedTokens(answer.tokens, endpoint.now())
    const next = await sealConnection(ring, application, ref, tokens)
    // The tokens are stored before they are used: a crash in between must not lose the rotation.
    if (!(await writeRotated(context, lease, next, tokens))) return undefined
    emit({ type: 'connection_refreshed' })
    return tokens.accessToken
  }
  const { problem, failure } = answer
  if (problem === 'grant_refused') {
    const isRetired = await store.retireConnection(record.idHash, lease)
    if (!isRetired) return undefined
    // The app may have kept the token that it got last. A damaged one is nobody's token.
    const opening = openField(ring, application, record, 'accessToken')
    const accessToken = await opening.catch(() => undefined)
    await tellNeedsReauth(context, ref, [refreshToken, accessToken])
    throw new VaultError('needs_reauth', { cause: failure.cause })
  }
  emit({ type: 'refresh_failed', problem, ...failure })
  throw new VaultError('refresh_failed', { cause: failure.cause })
}

/**
 * Says whether an access token is good now. One that ends later than any access token can was stored
 * while the clock was ahead, so nobody knows when it ends.
 */
function isGood({ accessExpiresAtMs }: ConnectionRecord, nowMs: number): boolean {
  const leftMs = accessExpiresAtMs - nowMs
  return leftMs > 0 && leftMs <= maxAccessLifetimeMs
}

function endlessRefresh(): VaultError {
  const message = `This connection was being refreshed or replaced for ${waitDeadlineMs} ms.`
  return new VaultError('refresh_failed', { cause: new Error(message) })
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
 * @throws {StepError} when the store fails.
 */
export async function refreshConnection(
  context: RefreshContext,
  ref: ConnectionRef,
  refused?: string,
): Promise<string> {
  const { store, ring, application, endpoint } = context
  const idHash = await hashConnection(ref)
  const deadline = deadlineIn(waitDeadlineMs)
  while (deadline.remainingMs() > 0) {
    const record = await store.readConnection(idHash)
    if (record === undefined) throw new VaultError('unknown_connection')
    if (record.status === 'needs_reauth') throw new VaultError('needs_reauth')
    if (isGood(record, endpoint.now())) {
      const accessToken = await openField(ring, application, record, 'accessToken')
      if (accessToken !== refused) return accessToken
    }
    const lease = await store.leaseConnection(idHash, record.revision, leaseMs)
    if (lease === undefined) {
      await pauseWithin(deadline, pauseMs)
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
  throw endlessRefresh()
}
