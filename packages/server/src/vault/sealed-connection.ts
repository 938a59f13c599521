// Tokens of one connection as a sealed record, and back.
import { decodeBase64Url, encodeBase64Url } from '../crypto/base64url.ts'
import { randomToken } from '../crypto/random-token.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { ConnectionRecord } from '../stores/connection-store.ts'
import { type ConnectionRef, idHash, ownerHash } from './connection-ref.ts'
import type { KeyRing } from './key-ring.ts'
import { importKey, seal, unseal } from './seal.ts'

/** What is sealed; each is bound to its record, its revision and this name. */
export type SealedField = 'identity' | 'accessToken' | 'refreshToken'

type Place = Pick<ConnectionRecord, 'idHash' | 'revision'>

function place(record: Place, field: SealedField | 'wrappedKey'): string[] {
  return [record.idHash, record.revision, field]
}

/**
 * Seals tokens with a fresh key of their own, which the ring's current key wraps.
 *
 * The record is bound to tenant, user, connection, revision and field: moved anywhere else it does
 * not open.
 */
export async function sealConnection(
  ring: KeyRing,
  ref: ConnectionRef,
  tokens: Tokens,
): Promise<ConnectionRecord> {
  const where = { idHash: await idHash(ref), revision: randomToken() }
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const key = await importKey(bytes)
  const wrapping = await ring.find(ring.currentKid)
  const { tenant = '', user, connection } = ref
  const identity = JSON.stringify({ tenant, user, connection })
  return {
    ...where,
    ownerHash: await ownerHash(ref),
    kid: ring.currentKid,
    wrappedKey: await seal(wrapping, encodeBase64Url(bytes), place(where, 'wrappedKey')),
    identity: await seal(key, identity, place(where, 'identity')),
    accessToken: await seal(key, tokens.accessToken, place(where, 'accessToken')),
    refreshToken: await seal(key, tokens.refreshToken, place(where, 'refreshToken')),
    accessExpiresAtMs: tokens.accessExpiresAtMs,
    refreshExpiresAtMs: tokens.refreshExpiresAtMs,
    status: 'active',
  }
}

async function unwrap(ring: KeyRing, record: ConnectionRecord): Promise<string> {
  return unseal(await ring.find(record.kid), record.wrappedKey, place(record, 'wrappedKey'))
}

/**
 * Opens one field of a record.
 *
 * @throws {VaultError} `key_missing` or `tampered`; there is no way around either.
 */
export async function openField(
  ring: KeyRing,
  record: ConnectionRecord,
  field: SealedField,
): Promise<string> {
  const key = await importKey(decodeBase64Url(await unwrap(ring, record)))
  return unseal(key, record[field], place(record, field))
}

/** The same record with its key wrapped by the ring's current key; the fields stay as they are. */
export async function rewrapConnection(
  ring: KeyRing,
  record: ConnectionRecord,
): Promise<ConnectionRecord> {
  const wrapping = await ring.find(ring.currentKid)
  const wrappedKey = await seal(wrapping, await unwrap(ring, record), place(record, 'wrappedKey'))
  return { ...record, kid: ring.currentKid, wrappedKey }
}
