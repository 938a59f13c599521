// The app's own session, as this package sees it: an id to bind things to.
import { sha256 } from '../crypto/sha256.ts'

/**
 * Names the app's session of a request: the session's id, or the user's where an app has no
 * sessions. `undefined` where nobody is signed in.
 *
 * Danger: it must change when another person signs in, or one could finish what another began.
 */
export type AppSession = (request: Request) => string | undefined | Promise<string | undefined>

/** The hash of an app session, for limits. */
export function sessionHash(session: string): Promise<string> {
  return sha256(JSON.stringify(['session', session]))
}

/**
 * The hash under which an exchange is known: of the app's session and the key together, so that in
 * another session the same key means nothing.
 */
export function keyHash(session: string | undefined, key: string): Promise<string> {
  return sha256(JSON.stringify(['key', session ?? null, key]))
}
