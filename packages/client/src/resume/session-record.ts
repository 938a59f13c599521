// The record of a session in this tab: enough to go on after a reload. It holds hashes, never the token.

import { hashOf } from '../state/read-state.ts'
import type { AnyConnection } from '../watched.ts'
import { type ConnectionMark, markOf } from './connection-mark.ts'

/** The one key that this package uses in `sessionStorage`. */
export const recordKey = 'smartcar-connect'

/** Enough to know an answer to this session when it comes, and which connection it belongs to. */
export type SessionRecord = ConnectionMark & {
  /** SHA-256 of the state token, as hexadecimal digits. */
  hash: string
  /** SHA-256 of `appUser`, if there is one. */
  appUser?: string | undefined
  /** When the session began, in milliseconds since 1970. */
  createdMs: number
  /** Where Connect was opened: of its query, only what tells the kind of result. */
  address: string
  /** Where this tab returns to, a path on this origin. Only where it left for Connect. */
  returnTo?: string | undefined
  /**
   * The message that the redirect page left here for this tab, with the code, for one hop within the
   * tab. It is deleted when it is read.
   */
  answer?: unknown
}

/** A session that is to be recorded. */
export type SessionToRecord = {
  /** The state token. Only its hash is stored. */
  token: string
  /** Connect's address. */
  url: URL
  /** The connection that was clicked. */
  connection: AnyConnection
  /** Who was logged in at the click. Only a hash is stored. */
  appUser?: string | undefined
  /** The connections of the page that are watched. */
  watched: Iterable<AnyConnection>
  /** Aborted when the session ends. */
  signal: AbortSignal
}

/**
 * Stores the record of a session in this tab.
 *
 * @param returnTo where this tab returns to, if it leaves
 * @returns the hash of the token; `undefined` if nothing could be stored
 */
export async function storeRecord(
  { token, url, connection, appUser, watched }: Omit<SessionToRecord, 'signal'>,
  returnTo?: string,
): Promise<string | undefined> {
  const hash = await hashOf(token)
  if (!hash) return undefined
  try {
    const record: SessionRecord = {
      hash,
      ...(await markOf(connection, watched)),
      appUser: await hashOf(appUser),
      createdMs: Date.now(),
      address: `${url.origin}${url.pathname}?response_type=${url.searchParams.get('response_type')}`,
      returnTo,
    }
    sessionStorage.setItem(recordKey, JSON.stringify(record))
    return hash
  } catch {
    // The tab may store nothing, or the app's options threw.
    return undefined
  }
}

/** The record in this tab, if there is one that can be read. */
export function readRecord(): SessionRecord | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(recordKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Deletes the record of the session with this hash. Another session's record stays. */
export function deleteRecord(hash: string): void {
  if (readRecord()?.hash === hash) sessionStorage.removeItem(recordKey)
}
