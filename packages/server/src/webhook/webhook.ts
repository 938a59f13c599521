// Tells the provider's webhooks from all others.

import { readBody } from '../http/read-body.ts'
import { optionError } from '../options/option-error.ts'
import { troubleshooting } from '../troubleshooting.ts'
import { isSigned, signBytes } from './signature.ts'

const maxBodyBytes = 1024 * 1024
const readTimeoutMs = 10_000

/** A body that a challenge could be is no event: its signature may be the answer to that challenge. */
function isObject(text: string): boolean {
  return /^[ \t\r\n]*\{/.test(text)
}

/**
 * Reads the body of a webhook if it is signed with the application's management token.
 *
 * Give it the untouched request: a body that was parsed and written again has another signature.
 *
 * Danger: a signed webhook can be sent twice. Remember the ids of events that were handled.
 *
 * @returns the raw JSON text, or `undefined` when the signature is missing or wrong, or the body is
 * longer than 1 MiB, breaks off, takes longer than ten seconds or is no JSON object.
 * @throws {TypeError} when the token is empty, or the body was read before.
 * @see https://smartcar.com/docs/integrations/webhooks/payload-verification
 */
export async function verifyWebhook(
  request: Request,
  managementToken: string,
): Promise<string | undefined> {
  if (request.bodyUsed || request.body?.locked) {
    throw new TypeError(
      `The body of this webhook was read before, so its signature cannot be checked. Verify it in front of every body parser. See ${troubleshooting}#body_read`,
    )
  }
  const body = await readBody(request.body, maxBodyBytes, AbortSignal.timeout(readTimeoutMs)).catch(
    () => undefined,
  )
  const isOurs = await isSigned(request, body ?? new Uint8Array(0), managementToken)
  if (body === undefined || !isOurs) return undefined
  const text = new TextDecoder().decode(body)
  return isObject(text) ? text : undefined
}

/** Whether a challenge is short and plain, so that its signature is good for nothing else. */
export function isPlainToken(challenge: string): boolean {
  return /^[\w.~+/=-]{1,256}$/.test(challenge)
}

/**
 * Answers the challenge that the provider sends when a webhook is set up. Return the answer as
 * `{ "challenge": … }`.
 *
 * Danger: the answer is a signature. A challenge that could be the body of a webhook is refused;
 * otherwise its sender would get that body signed.
 *
 * @throws {TypeError} for a challenge that is not 1 to 256 letters, digits and `._~+/=-`, or when
 * the token is empty.
 * @see https://smartcar.com/docs/integrations/webhooks/callback-verification
 */
export async function answerChallenge(challenge: string, managementToken: string): Promise<string> {
  if (!isPlainToken(challenge)) {
    throw optionError(
      'challenge',
      'The challenge is not a plain token, so its answer could sign a made-up webhook. Answer 400 and look at who sent it.',
    )
  }
  return signBytes(new TextEncoder().encode(challenge), managementToken)
}
