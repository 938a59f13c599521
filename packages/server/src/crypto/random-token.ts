// Unguessable values: 256 random bits as text.
import { encodeBase64Url } from './base64url.ts'

/**
 * Makes 256 random bits as 43 characters of base64url.
 *
 * For whatever must not be guessed: a UUID has fewer random bits and a known form.
 */
export function randomToken(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)))
}
