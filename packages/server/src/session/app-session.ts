// The app's own login as this package sees it: an id to bind things to.

import { sha256 } from '../crypto/sha256.ts'

/**
 * Returns the id of the app session that a request belongs to: the session's own id, or the user's
 * id where an app has no sessions. Returns `undefined` when nobody is signed in.
 *
 * Danger: the id must change when another person signs in. Otherwise that person could complete what
 * the first one started.
 */
export type AppSession = (request: Request) => string | undefined | Promise<string | undefined>

/** Hashes the id of an app session, for the limits. */
export function hashAppSession(appSessionId: string): Promise<string> {
  return sha256(JSON.stringify(['session', appSessionId]))
}

/**
 * Hashes an idempotency key together with the id of the app session, so that the same key means
 * nothing in another app session.
 */
export function hashKey(appSessionId: string | undefined, key: string): Promise<string> {
  return sha256(JSON.stringify(['key', appSessionId ?? null, key]))
}
