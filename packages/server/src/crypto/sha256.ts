// SHA-256 of a text as base64url: what a store keeps instead of a code or a key.
import { encodeBase64Url } from './base64url.ts'

/**
 * Hashes a text, so that it can be looked up later without being kept.
 *
 * For random values only (codes, tokens, keys): a hash of something guessable can be guessed.
 *
 * @returns 43 characters of base64url.
 * @see https://datatracker.ietf.org/doc/html/rfc6234
 */
export async function sha256(text: string): Promise<string> {
  return encodeBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  )
}
