// Authenticated encryption of one text, bound to the place where it is stored.

import { decodeBase64Url, encodeBase64Url } from '../crypto/base64url.ts'
import { VaultError } from './vault-error.ts'

/** A key for {@link seal}, which cannot be exported. */
export type SealingKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

const ivBytes = 12
const version = 'smartcar-connect 1'

function algorithm(iv: Uint8Array<ArrayBuffer>, place: readonly string[]) {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(JSON.stringify([version, ...place])),
  }
}

/** Imports 32 bytes as an AES-256-GCM key that cannot be exported again. */
export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<SealingKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/**
 * Encrypts a text with AES-256-GCM and a random 96-bit nonce.
 *
 * @param place where the text is stored, such as row and column. It can be opened nowhere else.
 * @see https://csrc.nist.gov/pubs/sp/800/38/d/final
 */
export async function seal(
  key: SealingKey,
  text: string,
  place: readonly string[],
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const bytes = new TextEncoder().encode(text)
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, place), key, bytes))
  const both = new Uint8Array(ivBytes + sealed.byteLength)
  both.set(iv)
  both.set(sealed, ivBytes)
  return encodeBase64Url(both)
}

/**
 * Decrypts what {@link seal} made for the same place with the same key.
 *
 * @throws {VaultError} `tampered` when the key, the place or a single bit differs.
 */
export async function unseal(
  key: SealingKey,
  sealed: string,
  place: readonly string[],
): Promise<string> {
  try {
    const both = decodeBase64Url(sealed)
    const iv = both.slice(0, ivBytes)
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(algorithm(iv, place), key, both.slice(ivBytes)),
    )
  } catch {
    throw new VaultError('tampered')
  }
}
