// Decides whether a request may start or repeat an exchange, before anything is sent.

import { equalHashes } from '../crypto/equal-hashes.ts'
import { sha256 } from '../crypto/sha256.ts'
import { readRequestBody } from '../http/read-request-body.ts'
import { guardRequest } from '../http/request-guard.ts'
import { isSameAddress } from '../options/checked-redirect-uri.ts'
import type { Refusal } from '../problems/refusal.ts'
import { type AppSession, findAppSession, hashKey } from '../session/app-session.ts'
import { readSessionCookie, type SessionCookie } from '../session/session-cookie.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { SessionSetup, StartedSessionStore } from '../stores/started-session-store.ts'
import type { Deadline } from '../timing/deadline.ts'
import type { GrantKinds } from './grant-kinds.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { findLimitKeyHash, type LimitKey } from './limit-key.ts'
import { type PostedGrant, parsePostedGrant } from './posted-grant.ts'

/** What a request is checked against. */
export type AdmissionRules = {
  /** The origins of the app's pages. */
  origins: ReadonlySet<string>
  /** Where started sessions and claims are looked up. */
  store: ExchangeStore & StartedSessionStore
  /** Finds the app session; without it, requests are bound to no login. */
  appSession: AppSession | undefined
  /** Says who sends a grant; without it, there is no limit by sender. */
  limitKey: LimitKey | undefined
  /** What a started session must have been started for; without it, none is needed. */
  requiredSetup: Pick<SessionSetup, 'tokenUrl' | 'clientId' | 'redirectUri'> | undefined
  /** The kinds of grant that this handler can redeem. */
  kinds: GrantKinds
  /** The clock, in milliseconds since 1970. */
  now: () => number
}

/** A request that may go on. */
export type Admitted = {
  grant: PostedGrant
  /** The idempotency key; in a started session, its state token. */
  key: string
  /** SHA-256 of the app session and the idempotency key together. */
  keyHash: string
  /** SHA-256 of what must be spent only once; see `ExchangeClaim`. */
  spentOnceHash: string
  /** SHA-256 of who sends the grant; `undefined` where that is not known. */
  limitKeyHash: string | undefined
  /** The app session; `undefined` where there is no `appSession` to find it. */
  appSession: string | undefined
  /** What the started session asked for; `undefined` where none is needed. */
  setup: StartedSetup | undefined
  /** The cookie of the started session; `undefined` where none is needed. */
  cookie: SessionCookie | undefined
}

/** What a started session asked for, and when it was started. */
export type StartedSetup = SessionSetup & { startedMs: number }

/** A request that may go on, or the refusal. */
export type Admission = ({ ok: true } & Admitted) | Refusal

/**
 * Checks headers, key, body, app session and started session, in this order. Made-up grants reach
 * neither the store nor the provider where a started session is needed: without its cookie nothing is
 * looked up.
 *
 * @param secrets gets the code as soon as it is read, so that no function of the app can tell it.
 * @throws {StepError} when `appSession`, `limitKey` or the store fails.
 */
export async function admitExchange(
  rules: AdmissionRules,
  request: Request,
  deadline: Deadline,
  secrets: string[],
): Promise<Admission> {
  const guard = guardRequest(request, rules.origins)
  if (!guard.ok) return guard
  if (rules.requiredSetup !== undefined && request.headers.get('sec-fetch-site') === 'cross-site') {
    return { ok: false, status: 403, reason: 'cross_site' }
  }
  const key = idempotencyKey(request)
  if (key === undefined) return { ok: false, status: 400, reason: 'idempotency_key' }
  const body = await readRequestBody(request)
  if (!body.ok) return body
  const grant = parsePostedGrant(body.bytes)
  if (grant === undefined) return { ok: false, status: 400, reason: 'body_shape' }
  if (grant.kind === 'code') secrets.push(grant.code)
  if (!rules.kinds.has(grant.kind)) return { ok: false, status: 400, reason: 'grant_kind' }
  const appSession =
    rules.appSession && (await findAppSession(rules.appSession, request, deadline.remainingMs()))
  if (rules.appSession !== undefined && appSession === undefined) {
    return { ok: false, status: 401, reason: 'no_session' }
  }
  const keyHash = await hashKey(appSession, key)
  const session = await findSession(rules, request, key, keyHash)
  if (!session.ok) return session
  const { setup, cookie } = session
  // One kind for each session: a code must not complete a new sign-in, nor an id a session for a code.
  if (setup !== undefined && setup.grantKind !== grant.kind) {
    return { ok: false, status: 403, reason: 'kind_mismatch' }
  }
  const spentOnceHash = await sha256(spentOnce(grant, keyHash))
  const limitKeyHash = await findLimitKeyHash(rules.limitKey, request, deadline.remainingMs())
  return { ok: true, grant, key, keyHash, spentOnceHash, limitKeyHash, appSession, setup, cookie }
}

/** Finds what the session asked for. Unknown, expired and foreign sessions get the same refusal. */
async function findSession(
  { store, requiredSetup, now }: AdmissionRules,
  request: Request,
  key: string,
  keyHash: string,
): Promise<({ ok: true } & Pick<Admitted, 'setup' | 'cookie'>) | Refusal> {
  if (requiredSetup === undefined) return { ok: true, setup: undefined, cookie: undefined }
  const mismatch: Refusal = { ok: false, status: 403, reason: 'session_mismatch' }
  const cookie = await readSessionCookie(request, key)
  if (cookie === undefined) return mismatch
  const session = await store.readStartedSession(keyHash)
  if (session === undefined || !equalHashes(await sha256(cookie.binding), session.bindingHash)) {
    return mismatch
  }
  const { setup, createdMs, expiresMs } = session
  // An expired session can start no exchange, but the outcome of its exchange is still replayed.
  if (expiresMs <= now() && (await store.readExchange(keyHash)).status === 'unclaimed') {
    return mismatch
  }
  // A session of the simulator must not be completed at the live provider, nor the other way round.
  const isSame =
    setup.tokenUrl === requiredSetup.tokenUrl &&
    setup.clientId === requiredSetup.clientId &&
    isSameAddress(setup.redirectUri, requiredSetup.redirectUri)
  return isSame
    ? { ok: true, setup: { ...setup, startedMs: createdMs }, cookie }
    : { ok: false, status: 409, reason: 'setup_mismatch' }
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
