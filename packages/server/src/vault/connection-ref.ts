// The name of a connection in the app's own terms, and the hashes that it is found by.

import { sha256 } from '../crypto/sha256.ts'

/** Who owns connections: a user of the app, inside a tenant where an app has several. */
export type ConnectionOwner = {
  /** The app's own id of the tenant. @default '' */
  tenant?: string
  /** The app's own id of the user, never one from the browser. */
  user: string
}

/** One connection of an owner. */
export type ConnectionRef = ConnectionOwner & {
  /** The app's name for the grant, such as the user id that the provider named. */
  connection: string
}

/** Hashes an owner: the connections of the owner are listed by this hash. */
export function hashOwner({ tenant = '', user }: ConnectionOwner): Promise<string> {
  return sha256(JSON.stringify(['owner', tenant, user]))
}

/** Hashes a connection: it is found by this hash, and everything sealed for it is bound to it. */
export function hashConnection({ tenant = '', user, connection }: ConnectionRef): Promise<string> {
  return sha256(JSON.stringify(['connection', tenant, user, connection]))
}
