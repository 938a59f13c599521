// What outlives the page for the sake of a session: never its token, never a code.

import type { ConnectParams } from '../connect-url.ts'
import { hashOf } from '../state-token.ts'
import { recordKey } from './record-key.ts'

/** Enough to know an answer to this session when it comes, and whose session it is. */
export type SessionRecord = {
  /** SHA-256 of the state token. */
  hash: string
  /** When the session began, in milliseconds since 1970. */
  createdMs: number
  /** Which connection on the page it belongs to. */
  owner: string
  /** Where Connect was opened: of its query, only what tells the kind of result. */
  address: string
  /** Where this tab is to return to; only where it left for Connect. A path on this origin. */
  returnTo?: string | undefined
  /** What the redirect page left here for this tab: deleted when it is read. */
  answer?: unknown
}

/** What of the options tells one connection on a page from another. */
export type Owner = Pick<ConnectParams, 'applicationId' | 'clientId' | 'redirectUri'> & {
  exchange: unknown
}

/**
 * Stores the record of a session in this tab.
 *
 * @returns deletes it, unless it is another session's by then; `undefined` if it could not be stored
 */
export async function remember(
  token: string,
  owner: Owner,
  { origin, pathname, searchParams }: URL,
  returnTo?: string,
): Promise<(() => void) | undefined> {
  const hash = await hashOf(token)
  if (!hash) return undefined
  const record: SessionRecord = {
    hash,
    createdMs: Date.now(),
    owner: ownerOf(owner),
    address: `${origin}${pathname}?response_type=${searchParams.get('response_type')}`,
    returnTo,
  }
  try {
    sessionStorage.setItem(recordKey, JSON.stringify(record))
  } catch {
    return undefined
  }
  return () => {
    if (recall()?.hash === hash) sessionStorage.removeItem(recordKey)
  }
}

/** The record in this tab, if there is one that can be read. */
export function recall(): SessionRecord | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(recordKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** A connection's mark in the record. */
export function ownerOf({ applicationId, clientId, redirectUri, exchange }: Owner): string {
  const texts = [applicationId, clientId, redirectUri, exchange]
  return texts.filter(text => typeof text === 'string').join(' ')
}
