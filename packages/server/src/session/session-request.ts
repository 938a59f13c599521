// Parses what the browser may say when it starts a session.

import { parseFlatJson } from '../http/flat-json.ts'
import { canPost } from '../http/posted-values.ts'

/** The body of a session request. Both fields may be left out. */
export type SessionRequest = {
  /** The app's own value; it comes back with the grant. */
  state?: string
  /** The vehicle to sign in to again. The app must check that it is this person's. */
  vehicleId?: string
}

/**
 * Reads the bytes of a session request.
 *
 * @returns the request, or `undefined` for anything but a JSON object of the known fields.
 */
export function parseSessionRequest(body: Uint8Array): SessionRequest | undefined {
  const entries = parseFlatJson(body)
  if (entries === undefined) return undefined
  const read: SessionRequest = {}
  for (const [name, text] of entries) {
    if ((name !== 'state' && name !== 'vehicleId') || !canPost(name, text)) return undefined
    read[name] = text
  }
  return read
}
