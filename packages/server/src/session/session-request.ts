// Parses what the browser may say when it starts a session.

import { parseFlatJson } from '../http/flat-json.ts'

/** The body of a session request. Both fields may be left out. */
export type SessionRequest = {
  /** The app's own value; it comes back with the grant. */
  state?: string
  /** The vehicle to sign in to again. The app must check that it is this person's. */
  vehicleId?: string
}

const fields = {
  state: { pattern: /^[^\p{Cc}\p{Cs}]*$/u, maxLength: 1024 },
  vehicleId: { pattern: /^[\x21-\x7e]+$/, maxLength: 128 },
} as const

function isField(name: string): name is keyof typeof fields {
  return Object.hasOwn(fields, name)
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
    if (!isField(name)) return undefined
    if (text.length > fields[name].maxLength || !fields[name].pattern.test(text)) return undefined
    read[name] = text
  }
  return read
}
