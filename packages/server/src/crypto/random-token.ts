// Unguessable values: 256 random bits as text.

import { encodeBase64Url } from './base64url.ts'

/**
 * Makes 256 random bits as 43 characters of base64url.
 *
 * Use it for every value that must not be guessed. A UUID has fewer random bits and a known form.
 */
export function randomToken(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)))
}
