// The keys that protect the keys of the records.
import { decodeBase64Url } from '../crypto/base64url.ts'
import { importKey, type SealingKey } from './seal.ts'
import { VaultError } from './vault-error.ts'

/** One key of the ring. */
export type VaultKey = {
  /** Its name, stored beside what it protects: short, without spaces. */
  kid: string
  /** 32 random bytes as base64url. Keep it out of the database and its backups. */
  secret: string
}

/** The ring: one key to write, all to read. */
export type KeyRing = {
  currentKid: string
  /** @throws {VaultError} `key_missing` */
  find(kid: string): Promise<SealingKey>
}

/**
 * Reads the configured keys; the first one writes.
 *
 * To rotate, put a new key in front, deploy, run `rewrap()` until it returns 0, then drop the old
 * key.
 *
 * @throws {TypeError} for a key of another length, a missing or a repeated kid.
 */
export function createKeyRing(keys: readonly VaultKey[]): KeyRing {
  const [current] = keys
  const ring = new Map<string, Promise<SealingKey>>()
  for (const { kid, secret } of keys) {
    if (!/^[\w.-]{1,64}$/.test(kid) || ring.has(kid)) {
      throw new TypeError(
        'keys: every kid must be there once, 1 to 64 letters, digits, dots or dashes; without it no one knows which key opens a row. Rename the key.',
      )
    }
    const bytes = /^[\w-]{43}$/.test(secret) ? decodeBase64Url(secret) : undefined
    if (bytes?.byteLength !== 32) {
      throw new TypeError(
        `keys: the secret of ${kid} is not 32 bytes of base64url, so it is no AES-256 key. Make one with: node -p "crypto.randomBytes(32).toString('base64url')"`,
      )
    }
    ring.set(kid, importKey(bytes))
  }
  if (current === undefined) {
    throw new TypeError(
      'keys is empty, so tokens would have to be stored in plain text. Give at least one key.',
    )
  }
  return {
    currentKid: current.kid,
    async find(kid) {
      const key = ring.get(kid)
      if (key === undefined) throw new VaultError('key_missing')
      return key
    },
  }
}
