// The name of a connection in the app's own terms, and the hashes that it is found by.

import { sha256 } from '../crypto/sha256.ts'
import { optionError } from '../options/option-error.ts'

/** Who owns connections: a user of the app, inside a tenant where an app has several. */
export type ConnectionOwner = {
  /** The app's own id of the tenant. @default '' */
  tenant?: string | undefined
  /** The app's own id of the user, never one from the browser. */
  user: string
}

/** One connection of an owner. */
export type ConnectionRef = ConnectionOwner & {
  /** The app's name for the grant, such as the user id that the provider named. */
  connection: string
}

/**
 * Refuses what is no id. Every value that is missing would otherwise be the same user, and the tokens
 * of one person would be those of everybody who is not signed in.
 */
function checkId(path: 'user' | 'tenant' | 'connection', value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '') return
  throw optionError(
    path,
    `${path} is no text with characters in it, so one connection would be shared by everybody without an id. Give the id that your own server knows.`,
  )
}

function checkOwner({ tenant, user }: ConnectionOwner): void {
  checkId('user', user)
  if (tenant !== undefined && tenant !== '') checkId('tenant', tenant)
}

/**
 * Hashes an owner: the connections of the owner are listed by this hash.
 *
 * @throws {TypeError} for an id that is missing, empty or no text.
 */
export async function hashOwner(owner: ConnectionOwner): Promise<string> {
  checkOwner(owner)
  const { tenant = '', user } = owner
  return sha256(JSON.stringify(['owner', tenant, user]))
}

/**
 * Hashes a connection: it is found by this hash, and everything sealed for it is bound to it.
 *
 * @throws {TypeError} for an id that is missing, empty or no text.
 */
export async function hashConnection(ref: ConnectionRef): Promise<string> {
  checkOwner(ref)
  checkId('connection', ref.connection)
  const { tenant = '', user, connection } = ref
  return sha256(JSON.stringify(['connection', tenant, user, connection]))
}
