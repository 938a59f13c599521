// The signature of the provider's webhooks: HMAC-SHA256 under the management token.

import { equalHashes } from '../crypto/equal-hashes.ts'
import { nodeCrypto } from '../crypto/node-crypto.ts'
import { requiredOption } from '../options/required-option.ts'

// An application has one token, and reading it costs as much as signing.
type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>
let lastKey: { token: string; key: Promise<HmacKey> } | undefined

function importKey(token: string): Promise<HmacKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', new TextEncoder().encode(token), algorithm, false, ['sign'])
}

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
  if (nodeCrypto) return nodeCrypto.createHmac('sha256', token).update(bytes).digest('hex')
  if (lastKey?.token !== token) lastKey = { token, key: importKey(token) }
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await lastKey.key, bytes))
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
