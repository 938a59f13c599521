// Base64url without padding, both ways, on any runtime.

/**
 * Writes bytes as base64url text.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc4648#section-5
 */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Reads base64url text back into bytes.
 *
 * @throws {TypeError} when the text has characters outside the alphabet.
 * @see https://datatracker.ietf.org/doc/html/rfc4648#section-5
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) {
    throw new TypeError(
      'This is not base64url text, so its bytes cannot be read. Check its source.',
    )
  }
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character =>
    character.charCodeAt(0),
  )
}
