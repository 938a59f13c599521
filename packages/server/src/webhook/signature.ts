// The signature of the provider's webhooks: HMAC-SHA256 under the management token.

import { equalHashes } from '../crypto/equal-hashes.ts'
import { requiredOption } from '../options/required-option.ts'

/**
 * Signs bytes, as lower-case hexadecimal digits.
 *
 * @throws {TypeError} for an empty token: everybody knows it.
 */
export async function signBytes(
  bytes: Uint8Array<ArrayBuffer>,
  managementToken: string,
): Promise<string> {
  const consequence = 'anyone could sign a webhook'
  const token = requiredOption('managementToken', managementToken, consequence)
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(token),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
  return Array.from(signature, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Says whether the header `SC-Signature` of a request signs these bytes. */
export async function isSigned(
  { headers }: Request,
  bytes: Uint8Array<ArrayBuffer>,
  managementToken: string,
): Promise<boolean> {
  const signature = headers.get('sc-signature') ?? ''
  return equalHashes(signature.toLowerCase(), await signBytes(bytes, managementToken))
}
