// Decides whether a request may start or repeat an exchange, before anything is sent.

import { equalHashes } from '../crypto/equal-hashes.ts'
import { sha256 } from '../crypto/sha256.ts'
import { readBody } from '../http/read-body.ts'
import { type Refusal, refuseForeign } from '../http/request-guard.ts'
import { type AppSession, keyHash } from '../session/app-session.ts'
import { readSessionCookie } from '../session/session-cookie.ts'
import type { ExchangeStore } from '../stores/exchange-store.ts'
import type { FlowSetup, FlowStore } from '../stores/flow-store.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { type PostedGrant, parseGrant } from './posted-grant.ts'

const maxBodyBytes = 4096

/** What admission depends on. */
export type AdmissionSettings = {
  origins: ReadonlySet<string>
  store: ExchangeStore & FlowStore
  appSession: AppSession | undefined
  /** Set where only sessions that the server started count: those for this place. */
  startedSetup: Pick<FlowSetup, 'tokenUrl' | 'clientId' | 'redirectUri'> | undefined
  /** The kinds of grant that this handler can redeem. */
  kinds: ReadonlySet<PostedGrant['kind']>
  now: () => number
}

/** A request that may go on. */
export type Admitted = {
  grant: PostedGrant
  keyHash: string
  /** What must not be used twice: the code, or the session of a grant without one. */
  codeHash: string
  /** What the server-made session asked for. */
  setup: FlowSetup | undefined
}

async function readPostedGrant(request: Request): Promise<PostedGrant | Refusal> {
  const body = await readBody(request.body, maxBodyBytes)
  if (body === undefined) return { status: 413, reason: 'body_size' }
  return parseGrant(body) ?? { status: 400, reason: 'body_shape' }
}

/** The session's setup, or one and the same refusal for an unknown, expired or foreign session. */
async function findSetup(
  { store, startedSetup, now }: AdmissionSettings,
  request: Request,
  key: string,
): Promise<FlowSetup | Refusal | undefined> {
  if (startedSetup === undefined) return undefined
  const foreign: Refusal = { status: 403, reason: 'session_mismatch' }
  const flow = await store.readFlow(key)
  const binding = await sha256(readSessionCookie(request) ?? '')
  if (flow === undefined || !equalHashes(binding, flow.bindingHash)) return foreign
  if (flow.expiresMs <= now() && (await store.readExchange(key)).status === 'released') {
    return foreign
  }
  const { tokenUrl, clientId, redirectUri } = flow.setup
  // A session of the simulator must not be finished at the live provider, nor the other way round.
  const isSame =
    tokenUrl === startedSetup.tokenUrl &&
    clientId === startedSetup.clientId &&
    redirectUri === startedSetup.redirectUri
  return isSame ? flow.setup : { status: 409, reason: 'setup_mismatch' }
}

/**
 * Checks headers, key, body, app session and started session, in this order.
 *
 * @returns what may go on, or the refusal. Rejects when the app's session or the store fails.
 */
export async function admitExchange(
  settings: AdmissionSettings,
  request: Request,
): Promise<Admitted | Refusal> {
  const foreign = refuseForeign(request, settings.origins)
  if (foreign !== undefined) return foreign
  const key = idempotencyKey(request)
  if (key === undefined) return { status: 400, reason: 'idempotency_key' }
  const grant = await readPostedGrant(request).catch(
    (): Refusal => ({ status: 400, reason: 'body_shape' }),
  )
  if ('reason' in grant) return grant
  if (!settings.kinds.has(grant.kind)) return { status: 400, reason: 'grant_kind' }
  const session = await settings.appSession?.(request)
  if (settings.appSession !== undefined && !session) return { status: 401, reason: 'no_session' }
  const hash = await keyHash(session, key)
  const setup = await findSetup(settings, request, hash)
  if (setup !== undefined && 'reason' in setup) return setup
  return { grant, keyHash: hash, codeHash: await sha256(singleUse(grant, hash)), setup }
}

/** The code; or, where there is none, the id together with the session that it is spent with. */
function singleUse(grant: PostedGrant, keyHash: string): string {
  switch (grant.kind) {
    case 'code':
      return grant.code
    case 'user':
      return `user ${grant.userId} ${keyHash}`
    case 'vehicle':
      return `vehicle ${grant.vehicleId} ${keyHash}`
  }
}
