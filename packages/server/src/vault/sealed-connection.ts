// The tokens of one connection as a sealed record, and back.

import { decodeBase64Url, encodeBase64Url } from '../crypto/base64url.ts'
import { randomToken } from '../crypto/random-token.ts'
import type { TokenEndpoint } from '../provider/token-endpoint.ts'
import type { Tokens } from '../provider/tokens.ts'
import type { ConnectionRecord } from '../stores/connection-store.ts'
import { type ConnectionRef, hashConnection, hashOwner } from './connection-ref.ts'
import type { KeyRing } from './key-ring.ts'
import { importKey, seal, unseal } from './seal.ts'

/** The sealed fields of a record. Each is bound to everything else that is believed of the record. */
export type SealedField = 'identity' | 'accessToken' | 'refreshToken'

/** What is stored in plain text and believed: none of it can be changed without the key. */
type Believed = Pick<
  ConnectionRecord,
  'idHash' | 'ownerHash' | 'revision' | 'accessExpiresAtMs' | 'refreshExpiresAtMs'
>

function place(
  application: string,
  row: Believed,
  field: SealedField | 'wrappedKey',
): readonly string[] {
  const { idHash, ownerHash, revision, accessExpiresAtMs, refreshExpiresAtMs } = row
  const ends = [accessExpiresAtMs, refreshExpiresAtMs].map(String)
  return [application, idHash, ownerHash, revision, ...ends, field]
}

/** Names the application and its provider: tokens of one are of no use at another. */
export function applicationOf({ clientId, url }: Pick<TokenEndpoint, 'clientId' | 'url'>): string {
  return JSON.stringify([clientId, url.origin])
}

/**
 * Seals tokens with a new key of their own, which the current key of the ring wraps.
 *
 * The record is bound to application, tenant, user, connection, revision, ends and field. Moved or
 * changed, it does not open. Whether it is the newest revision cannot be told from the record alone.
 *
 * @param application names the application and its provider; see `applicationOf`.
 */
export async function sealConnection(
  ring: KeyRing,
  application: string,
  ref: ConnectionRef,
  tokens: Tokens,
): Promise<ConnectionRecord> {
  const row: Believed = {
    idHash: await hashConnection(ref),
    ownerHash: await hashOwner(ref),
    revision: randomToken(),
    accessExpiresAtMs: tokens.accessExpiresAtMs,
    refreshExpiresAtMs: tokens.refreshExpiresAtMs,
  }
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const key = await importKey(bytes)
  const wrappingKey = await ring.find(ring.currentKid)
  const { tenant = '', user, connection } = ref
  const identity = JSON.stringify({ tenant, user, connection })
  function placeOf(field: SealedField | 'wrappedKey') {
    return place(application, row, field)
  }
  return {
    ...row,
    kid: ring.currentKid,
    wrappedKey: await seal(wrappingKey, encodeBase64Url(bytes), placeOf('wrappedKey')),
    identity: await seal(key, identity, placeOf('identity')),
    accessToken: await seal(key, tokens.accessToken, placeOf('accessToken')),
    refreshToken: await seal(key, tokens.refreshToken, placeOf('refreshToken')),
    status: 'active',
  }
}

async function unwrapKey(
  ring: KeyRing,
  application: string,
  record: ConnectionRecord,
): Promise<string> {
  const wrappingKey = await ring.find(record.kid)
  return unseal(wrappingKey, record.wrappedKey, place(application, record, 'wrappedKey'))
}

/**
 * Opens one field of a record.
 *
 * @throws {VaultError} `key_missing` or `tampered`.
 */
export async function openField(
  ring: KeyRing,
  application: string,
  record: ConnectionRecord,
  field: SealedField,
): Promise<string> {
  const key = await importKey(decodeBase64Url(await unwrapKey(ring, application, record)))
  return unseal(key, record[field], place(application, record, field))
}

/**
 * Returns the same record with its key wrapped by the current key of the ring. The fields stay as
 * they are.
 *
 * @throws {VaultError} `key_missing` or `tampered`.
 */
export async function rewrapConnection(
  ring: KeyRing,
  application: string,
  record: ConnectionRecord,
): Promise<ConnectionRecord> {
  const wrappingKey = await ring.find(ring.currentKid)
  const key = await unwrapKey(ring, application, record)
  const wrappedKey = await seal(wrappingKey, key, place(application, record, 'wrappedKey'))
  return { ...record, kid: ring.currentKid, wrappedKey }
}
