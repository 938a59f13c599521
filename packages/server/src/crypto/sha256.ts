// SHA-256 of a text as base64url: what a store keeps instead of a code or a key.

import { encodeBase64Url } from './base64url.ts'
import { nodeCrypto } from './node-crypto.ts'

/**
 * Hashes a text, so that it can be found later without being stored.
 *
 * Danger: use it for random values only, such as codes, tokens and keys. Who can guess a value can
 * recognize its hash.
 *
 * @returns 43 characters of base64url.
 * @see https://datatracker.ietf.org/doc/html/rfc6234
 */
export async function sha256(text: string): Promise<string> {
  if (nodeCrypto) return nodeCrypto.createHash('sha256').update(text).digest('base64url')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return encodeBase64Url(new Uint8Array(digest))
}
