// Tokens that came, but could not be checked yet: sealed by the code that gave them.

import type { Tokens } from '../provider/tokens.ts'
import { importKey, type SealingKey, seal, unseal } from '../vault/seal.ts'

/**
 * Derives a key from the code. The store has only the hash of the code, so that what it holds can be
 * opened only when the browser posts the same grant again.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc5869
 */
async function keyOf(code: string): Promise<SealingKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(code),
    'HKDF',
    false,
    ['deriveBits'],
  )
  const info = new TextEncoder().encode('smartcar-connect held tokens')
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
    material,
    256,
  )
  return importKey(new Uint8Array(bits))
}

const place = ['held tokens']

/** Seals tokens until their code is posted again. */
export async function sealHeldTokens(tokens: Tokens, code: string): Promise<string> {
  const { accessToken, refreshToken, accessExpiresAtMs, refreshExpiresAtMs } = tokens
  const text = JSON.stringify([accessToken, refreshToken, accessExpiresAtMs, refreshExpiresAtMs])
  return seal(await keyOf(code), text, place)
}

/**
 * Opens tokens with the code that gave them.
 *
 * @throws {VaultError} `tampered` for another code or a changed text.
 */
export async function openHeldTokens(held: string, code: string): Promise<Tokens> {
  const [accessToken, refreshToken, accessExpiresAtMs, refreshExpiresAtMs] = JSON.parse(
    await unseal(await keyOf(code), held, place),
  )
  return { accessToken, refreshToken, accessExpiresAtMs, refreshExpiresAtMs }
}
