// Parses the grant that the browser posts: an exact shape in which every value is only a claim.

import { parseFlatJson } from '../http/flat-json.ts'
import { canPost, isPostedName, type PostedName } from '../http/posted-values.ts'

/**
 * What the browser says came back from the provider, without the code.
 *
 * Danger: anyone can write these values. Never store a `userId` or a `vehicleId` from here, and
 * never choose an account by them: ask the provider with the tokens instead.
 */
export type UnverifiedGrant = {
  /** The provider's id of the person, as the browser says. */
  userId?: string
  /** The provider's id of a vehicle, as the browser says. */
  vehicleId?: string
  /** The app's own id for the person, as the browser says. */
  externalId?: string
  /** Tesla's page for the virtual key. Always `https:` on tesla.com; any other URL was dropped. */
  virtualKeyUrl?: string
  /** The app's own value, given to `open({ state })`. */
  state?: string
}

/**
 * A parsed body by what it brings.
 *
 * - `code`: an authorization code, for the provider only.
 * - `user`: the id of a person (`response_type=none`).
 * - `vehicle`: the id of a vehicle that the person signed in to again.
 */
export type PostedGrant =
  | { kind: 'code'; code: string; unverified: UnverifiedGrant }
  | { kind: 'user'; userId: string; unverified: UnverifiedGrant }
  | { kind: 'vehicle'; vehicleId: string; unverified: UnverifiedGrant }

function isVirtualKeyUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, host, username, password } = new URL(value)
  const isTesla = host === 'tesla.com' || host.endsWith('.tesla.com')
  return protocol === 'https:' && isTesla && username === '' && password === ''
}

/**
 * Reads the bytes of an exchange request.
 *
 * @returns the grant, or `undefined` for anything but a JSON object of the known fields whose values
 * may be posted under their names.
 */
export function parsePostedGrant(body: Uint8Array): PostedGrant | undefined {
  const entries = parseFlatJson(body)
  if (entries === undefined) return undefined
  const read: Partial<Record<PostedName, string>> = {}
  for (const [name, text] of entries) {
    if (!isPostedName(name) || !canPost(name, text)) return undefined
    read[name] = text
  }
  const { code, virtualKeyUrl, ...rest } = read
  const keepUrl = virtualKeyUrl !== undefined && isVirtualKeyUrl(virtualKeyUrl)
  const unverified: UnverifiedGrant = keepUrl ? { ...rest, virtualKeyUrl } : rest
  const { userId, vehicleId } = unverified
  if (code !== undefined) return { kind: 'code', code, unverified }
  // The provider names a vehicle only after a person signed in to it again; it may name the person too.
  if (vehicleId !== undefined) return { kind: 'vehicle', vehicleId, unverified }
  if (userId !== undefined) return { kind: 'user', userId, unverified }
  return undefined
}
