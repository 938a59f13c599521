// The record of a session in this tab: enough to go on after a reload, and never its token.

import type { ConnectParams } from '../options/connect-url.ts'
import { hashOf } from '../state/read-state.ts'

/** The one key that this package uses in `sessionStorage`. */
export const recordKey = 'smartcar-connect'

/** Enough to know an answer to this session when it comes, and which connection it belongs to. */
export type SessionRecord = {
  /** SHA-256 of the state token, as hexadecimal digits. */
  hash: string
  /** When the session began, in milliseconds since 1970. */
  createdMs: number
  /** Which connection on the page it belongs to. */
  owner: string
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

/** The options that tell one connection on a page from another. */
export type RecordOwner = Pick<ConnectParams, 'applicationId' | 'clientId' | 'redirectUri'> & {
  exchange: unknown
}

/** A session that is to be recorded. */
export type SessionToRecord = {
  /** The state token. Only its hash is stored. */
  token: string
  /** Tells whose session it is. */
  options: RecordOwner
  /** Connect's address. */
  url: URL
  /** Aborted when the session ends. */
  signal: AbortSignal
}

/**
 * Stores the record of a session in this tab.
 *
 * @param returnTo where this tab returns to, if it leaves
 * @returns deletes the record, unless it is another session's by then; `undefined` if nothing could
 *   be stored
 */
export async function storeRecord(
  token: string,
  owner: RecordOwner,
  { origin, pathname, searchParams }: URL,
  returnTo?: string,
): Promise<(() => void) | undefined> {
  const hash = await hashOf(token)
  if (!hash) return undefined
  const record: SessionRecord = {
    hash,
    createdMs: Date.now(),
    owner: recordOwner(owner),
    address: `${origin}${pathname}?response_type=${searchParams.get('response_type')}`,
    returnTo,
  }
  try {
    sessionStorage.setItem(recordKey, JSON.stringify(record))
  } catch {
    return undefined
  }
  return () => deleteRecord(hash)
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

/** A connection's mark in the record. */
export function recordOwner({
  applicationId,
  clientId,
  redirectUri,
  exchange,
}: RecordOwner): string {
  const texts = [applicationId, clientId, redirectUri, exchange]
  return texts.filter(text => typeof text === 'string').join(' ')
}
