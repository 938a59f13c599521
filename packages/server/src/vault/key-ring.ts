// The keys that protect the keys of the records.

import { decodeBase64Url } from '../crypto/base64url.ts'
import { optionError } from '../options/option-error.ts'
import { importKey, type SealingKey } from './seal.ts'
import { VaultError } from './vault-error.ts'

/** One key of the ring. */
export type VaultKey = {
  /** The name of the key, stored beside what it protects: 1 to 64 letters, digits, `.`, `_`, `-`. */
  kid: string
  /** 32 random bytes as base64url. Keep it out of the database and its backups. */
  secret: string
}

/** The ring: one key to write, all to read. */
export type KeyRing = {
  /** The name of the key that writes. */
  currentKid: string
  /**
   * Returns a key by its name.
   *
   * @throws {VaultError} `key_missing`
   */
  find(kid: string): Promise<SealingKey>
}

/**
 * Reads the configured keys; the first one writes.
 *
 * To rotate, put a new key in front, deploy, run `rewrap()` until it returns 0, then drop the old
 * key.
 *
 * @throws {TypeError} for a key of another length, or a kid that is missing or occurs twice.
 */
export function createKeyRing(keys: readonly VaultKey[]): KeyRing {
  const list: readonly Partial<VaultKey>[] = Array.isArray(keys) ? keys : []
  const ring = new Map<string, Promise<SealingKey>>()
  for (const key of list) {
    const { kid, secret } = key ?? {}
    if (typeof kid !== 'string' || !/^[\w.-]{1,64}$/.test(kid) || ring.has(kid)) {
      throw optionError(
        'keys',
        'keys has a kid that occurs twice or is not 1 to 64 letters, digits, dots, underscores or dashes, so nobody could know which key opens a row. Give every key a short name of its own.',
      )
    }
    const isKey = typeof secret === 'string' && /^[\w-]{43}$/.test(secret)
    const bytes = isKey ? decodeBase64Url(secret) : undefined
    if (bytes?.byteLength !== 32) {
      throw optionError(
        'keys',
        `keys has a secret that is not 32 bytes of base64url, under the kid ${kid}, so it is no AES-256 key. Make one with: node -p "crypto.randomBytes(32).toString('base64url')".`,
      )
    }
    ring.set(kid, importKey(bytes))
  }
  const [currentKid] = ring.keys()
  if (currentKid === undefined) {
    throw optionError(
      'keys',
      'keys is no list or an empty one, so tokens would have to be stored in plain text. Give at least one key.',
    )
  }
  return {
    currentKid,
    async find(kid) {
      const key = ring.get(kid)
      if (key === undefined) throw new VaultError('key_missing')
      return key
    },
  }
}
