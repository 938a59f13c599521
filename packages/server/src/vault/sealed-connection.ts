// The tokens of one connection as a sealed record, and back.

import { decodeBase64Url, encodeBase64Url } from '../crypto/base64url.ts'
import { randomToken } from '../crypto/random-token.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { ConnectionRecord } from '../stores/connection-store.ts'
import { type ConnectionRef, hashConnection, hashOwner } from './connection-ref.ts'
import type { KeyRing } from './key-ring.ts'
import { importKey, seal, unseal } from './seal.ts'

/** The sealed fields of a record. Each is bound to its record, its revision and its own name. */
export type SealedField = 'identity' | 'accessToken' | 'refreshToken'

function place(
  { idHash, revision }: Pick<ConnectionRecord, 'idHash' | 'revision'>,
  field: SealedField | 'wrappedKey',
): string[] {
  return [idHash, revision, field]
}

/**
 * Seals tokens with a new key of their own, which the current key of the ring wraps.
 *
 * The record is bound to tenant, user, connection, revision and field. Moved anywhere else it does
 * not open.
 */
export async function sealConnection(
  ring: KeyRing,
  ref: ConnectionRef,
  tokens: Tokens,
): Promise<ConnectionRecord> {
  const row = { idHash: await hashConnection(ref), revision: randomToken() }
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const key = await importKey(bytes)
  const wrappingKey = await ring.find(ring.currentKid)
  const { tenant = '', user, connection } = ref
  const identity = JSON.stringify({ tenant, user, connection })
  return {
    ...row,
    ownerHash: await hashOwner(ref),
    kid: ring.currentKid,
    wrappedKey: await seal(wrappingKey, encodeBase64Url(bytes), place(row, 'wrappedKey')),
    identity: await seal(key, identity, place(row, 'identity')),
    accessToken: await seal(key, tokens.accessToken, place(row, 'accessToken')),
    refreshToken: await seal(key, tokens.refreshToken, place(row, 'refreshToken')),
    accessExpiresAtMs: tokens.accessExpiresAtMs,
    refreshExpiresAtMs: tokens.refreshExpiresAtMs,
    status: 'active',
  }
}

async function unwrapKey(ring: KeyRing, record: ConnectionRecord): Promise<string> {
  return unseal(await ring.find(record.kid), record.wrappedKey, place(record, 'wrappedKey'))
}

/**
 * Opens one field of a record.
 *
 * @throws {VaultError} `key_missing` or `tampered`.
 */
export async function openField(
  ring: KeyRing,
  record: ConnectionRecord,
  field: SealedField,
): Promise<string> {
  const key = await importKey(decodeBase64Url(await unwrapKey(ring, record)))
  return unseal(key, record[field], place(record, field))
}

/**
 * Returns the same record with its key wrapped by the current key of the ring. The fields stay as
 * they are.
 *
 * @throws {VaultError} `key_missing` or `tampered`.
 */
export async function rewrapConnection(
  ring: KeyRing,
  record: ConnectionRecord,
): Promise<ConnectionRecord> {
  const wrappingKey = await ring.find(ring.currentKid)
  const key = await unwrapKey(ring, record)
  const wrappedKey = await seal(wrappingKey, key, place(record, 'wrappedKey'))
  return { ...record, kid: ring.currentKid, wrappedKey }
}
