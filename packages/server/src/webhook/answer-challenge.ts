// Answers the challenge that shows whose webhook it is.

import { optionError } from '../options/option-error.ts'
import { signBytes } from './signature.ts'

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
 * @param challenge the text that the provider sent
 * @param managementToken the management token of the application, from the dashboard
 * @returns the answer: the challenge's HMAC-SHA256 with the token, in hexadecimal
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
