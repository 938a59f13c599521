// The app's own login as this package sees it: an id to bind things to.

import { sha256 } from '../crypto/sha256.ts'
import { callApp } from '../reporting/call-app.ts'
import { type Step, StepError } from '../reporting/failure.ts'

/**
 * Returns the id of the app session that a request belongs to: the session's own id, or the user's
 * id where an app has no sessions. Returns `undefined` when nobody is signed in.
 *
 * Danger: the id must change when another person signs in. Otherwise that person could complete what
 * the first one started.
 */
export type AppSession = (request: Request) => string | undefined | Promise<string | undefined>

/** How long `user` of a backend may take, in milliseconds. */
export const userMs = 10_000

/** The options that hold such a function: of the handlers, and of a backend. */
type LoginStep = 'appSession' | 'user'

/** Says whether it was the app's login that failed. */
export function isLoginStep(step: Step | undefined): step is LoginStep {
  return step === 'appSession' || step === 'user'
}

/**
 * Finds the app session of a request.
 *
 * @param option what the function is called among the options.
 * @returns its id, or `undefined` when nobody is signed in.
 * @throws {StepError} when the function of the app fails, takes too long, or returns what is no text:
 * a number or an object could be the same for two people.
 */
export async function findAppSession(
  appSession: AppSession,
  request: Request,
  timeoutMs: number,
  option: LoginStep = 'appSession',
): Promise<string | undefined> {
  const id: unknown = await callApp(option, () => appSession(request), timeoutMs)
  if (id === undefined || id === null) return undefined
  // An id of spaces would be a user that all people share.
  if (typeof id === 'string') return id.trim() === '' ? undefined : id
  throw new StepError(
    option,
    new TypeError(
      `${option} returned a ${typeof id}, so two people could be taken for one. Return the id as a text, or undefined when nobody is signed in.`,
    ),
  )
}

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
