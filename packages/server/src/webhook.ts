// Tells the provider's webhooks from everybody else's.
import { equalHashes } from './equal-hashes.ts'
import { readBody } from './read-body.ts'

const maxBodyBytes = 1024 * 1024

const hmac = async (bytes: Uint8Array<ArrayBuffer>, managementToken: string): Promise<string> => {
  const secret = new TextEncoder().encode(managementToken)
  const key = await crypto.subtle.importKey(
    'raw',
    secret,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
  return Array.from(signature, byte => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Reads a webhook's body, if it is signed with the application's management token.
 *
 * Give it the untouched request: a body that was parsed and written again has another signature.
 *
 * Danger: a signed webhook can be sent twice. Remember the ids of events that were handled.
 *
 * @returns the raw JSON text, or `undefined` when the signature is missing or wrong, or there is
 * more than 1 MiB.
 * @see https://smartcar.com/docs/integrations/webhooks/payload-verification
 */
export const verifyWebhook = async (
  request: Request,
  managementToken: string,
): Promise<string | undefined> => {
  const signature = request.headers.get('sc-signature') ?? ''
  const body = await readBody(request.body, maxBodyBytes)
  if (body === undefined) return undefined
  if (!equalHashes(signature.toLowerCase(), await hmac(body, managementToken))) return undefined
  return new TextDecoder().decode(body)
}

/**
 * The answer to the challenge that the provider sends when a webhook is set up: return it as
 * `{ "challenge": … }`.
 */
export const answerChallenge = (challenge: string, managementToken: string): Promise<string> =>
  hmac(new TextEncoder().encode(challenge), managementToken)
