// The journal: what was asked of the simulator, with everything secret replaced by a label.

import { stableHex } from '../world/stable-hash.ts'
import { cut } from './cut.ts'

/** One request to the simulator. It is safe to print: no secret stands in it. */
export type JournalEntry = {
  /** Counts from 1 and is never used twice until a reset. */
  readonly number: number
  /** When, by the simulator's own clock (ISO 8601). */
  readonly at: string
  /** The method, as it was sent. */
  readonly method: string
  /** The path below the base path, without a slash at its end. */
  readonly path: string
  /**
   * Query and form parameters. A secret is replaced by a label such as `#1f0c22ab`: the same
   * secret has the same label, so that a test sees a code that was sent twice. A password is
   * `•••`, an address loses its query and fragment, a name or value beyond 200 characters is cut, and the first 50 parameters are shown.
   */
  readonly parameters: Readonly<Record<string, string>>
  /** The scheme of the Authorization header, such as `Basic`. Never the credentials. */
  readonly authorization?: string
  /** The status of the answer. */
  readonly status: number
  /** The error that was answered or redirected with, if any. */
  readonly error?: string
}

const valueLength = 200
const nameLength = 200
const parameterLimit = 50

// Beside all names with `token` or `secret` in them.
const secretNames = new Set(['code', 'code_verifier', 'state', 'attempt'])

/** Makes parameters safe to show: passwords vanish, other secrets become comparable labels. */
export function maskParameters(
  params: Iterable<readonly [string, string]>,
): Readonly<Record<string, string>> {
  const masked = new Map<string, string>()
  for (const [fullName, value] of params) {
    const name = maskName(fullName)
    const earlier = masked.get(name)
    if (earlier === undefined && masked.size === parameterLimit) break
    const shown = maskValue(name, value)
    // A parameter that was sent twice is shown twice: tests look for exactly that.
    masked.set(name, cut(earlier === undefined ? shown : `${earlier}, ${shown}`, valueLength))
  }
  return Object.fromEntries(masked)
}

/** A document that was sent as a form becomes a name, and may hold any secret. */
function maskName(name: string): string {
  return /^[^{}"':=]*$/.test(name) ? cut(name, nameLength) : `#${stableHex(name)}`
}

function maskValue(name: string, value: string): string {
  const key = name.toLowerCase()
  if (key === 'password') return '•••'
  if (secretNames.has(key) || /token|secret/.test(key)) return `#${stableHex(value)}`
  return /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? maskAddress(value) : value
}

/** An address may carry secrets: a password, a query or a fragment. */
function maskAddress(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/^([^/]*\/\/)[^/@]*@/, '$1')
}
