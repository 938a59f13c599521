// Decides whether a request may start or repeat an exchange, before anything is sent.

import { equalHashes } from '../crypto/equal-hashes.ts'
import { sha256 } from '../crypto/sha256.ts'
import { maxPostedBytes } from '../http/posted-values.ts'
import { readBody } from '../http/read-body.ts'
import { guardRequest } from '../http/request-guard.ts'
import type { Refusal } from '../problems/refusal.ts'
import { type AppSession, hashKey } from '../session/app-session.ts'
import { readSessionCookie } from '../session/session-cookie.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { SessionSetup, StartedSessionStore } from '../stores/started-session-store.ts'
import type { GrantKinds } from './grant-kinds.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { type PostedGrant, parsePostedGrant } from './posted-grant.ts'

/** What a request is checked against. */
export type AdmissionRules = {
  /** The origins of the app's pages. */
  origins: ReadonlySet<string>
  /** Where started sessions and claims are looked up. */
  store: ExchangeStore & StartedSessionStore
  /** Finds the app session; without it, requests are bound to no login. */
  appSession: AppSession | undefined
  /** What a started session must have been started for; without it, none is needed. */
  requiredSetup: Pick<SessionSetup, 'tokenUrl' | 'clientId' | 'redirectUri'> | undefined
  /** The kinds of grant that this handler can redeem. */
  kinds: GrantKinds
  /** The clock, in milliseconds since 1970. */
  now: () => number
}

/** A request that may go on, or the refusal. */
export type Admission =
  | {
      ok: true
      grant: PostedGrant
      /** SHA-256 of the app session and the idempotency key together. */
      keyHash: string
      /** SHA-256 of what must be spent only once; see `ExchangeClaim`. */
      spentOnceHash: string
      /** What the started session asked for; `undefined` where none is needed. */
      setup: SessionSetup | undefined
    }
  | Refusal

/**
 * Checks headers, key, body, app session and started session, in this order.
 *
 * @throws what `appSession` or the store throws.
 */
export async function admitExchange(rules: AdmissionRules, request: Request): Promise<Admission> {
  const guard = guardRequest(request, rules.origins)
  if (!guard.ok) return guard
  const key = idempotencyKey(request)
  if (key === undefined) return { ok: false, status: 400, reason: 'idempotency_key' }
  const body = await readPostedGrant(request)
  if (!body.ok) return body
  const { grant } = body
  if (!rules.kinds.has(grant.kind)) return { ok: false, status: 400, reason: 'grant_kind' }
  const appSessionId = await rules.appSession?.(request)
  if (rules.appSession !== undefined && !appSessionId) {
    return { ok: false, status: 401, reason: 'no_session' }
  }
  const keyHash = await hashKey(appSessionId, key)
  const session = await findSession(rules, request, keyHash)
  if (!session.ok) return session
  const spentOnceHash = await sha256(spentOnce(grant, keyHash))
  return { ok: true, grant, keyHash, spentOnceHash, setup: session.setup }
}

async function readPostedGrant(
  request: Request,
): Promise<{ ok: true; grant: PostedGrant } | Refusal> {
  try {
    const bytes = await readBody(request.body, maxPostedBytes)
    if (bytes === undefined) return { ok: false, status: 413, reason: 'body_size' }
    const grant = parsePostedGrant(bytes)
    if (grant !== undefined) return { ok: true, grant }
  } catch {
    // A body that breaks off is answered like one of a wrong form.
  }
  return { ok: false, status: 400, reason: 'body_shape' }
}

/** Finds what the session asked for. Unknown, expired and foreign sessions get the same refusal. */
async function findSession(
  { store, requiredSetup, now }: AdmissionRules,
  request: Request,
  keyHash: string,
): Promise<{ ok: true; setup: SessionSetup | undefined } | Refusal> {
  if (requiredSetup === undefined) return { ok: true, setup: undefined }
  const mismatch: Refusal = { ok: false, status: 403, reason: 'session_mismatch' }
  const session = await store.readStartedSession(keyHash)
  const binding = await sha256(readSessionCookie(request) ?? '')
  if (session === undefined || !equalHashes(binding, session.bindingHash)) return mismatch
  const { setup, expiresMs } = session
  // An expired session can start no exchange, but the outcome of its exchange is still replayed.
  if (expiresMs <= now() && (await store.readExchange(keyHash)).status === 'unclaimed') {
    return mismatch
  }
  // A session of the simulator must not be completed at the live provider, nor the other way round.
  const isSame =
    setup.tokenUrl === requiredSetup.tokenUrl &&
    setup.clientId === requiredSetup.clientId &&
    setup.redirectUri === requiredSetup.redirectUri
  return isSame ? { ok: true, setup } : { ok: false, status: 409, reason: 'setup_mismatch' }
}

/** Returns the code or, for a grant without a code, the id with the session that it is spent in. */
function spentOnce(grant: PostedGrant, keyHash: string): string {
  switch (grant.kind) {
    case 'code':
      return grant.code
    case 'user':
      return `user ${grant.userId} ${keyHash}`
    case 'vehicle':
      return `vehicle ${grant.vehicleId} ${keyHash}`
  }
}
