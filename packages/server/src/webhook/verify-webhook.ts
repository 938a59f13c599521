// Tells the provider's webhooks from all others.

import { readBody } from '../http/read-body.ts'
import { troubleshooting } from '../troubleshooting.ts'
import { isSigned } from './signature.ts'

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
 * @param request the delivery, whose body nobody has read
 * @param managementToken the management token of the application, from the dashboard
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
