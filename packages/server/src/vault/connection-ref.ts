// The name of a connection in the app's own terms, and the hashes it is found by.
import { sha256 } from '../crypto/sha256.ts'

/** Whose connections: the app's own user, inside a tenant where an app has several. */
export type ConnectionOwner = {
  /** @default '' */
  tenant?: string
  /** The app's own id of the user, never one from the browser. */
  user: string
}

/** One connection of an owner, such as a vehicle id that the provider named. */
export type ConnectionRef = ConnectionOwner & { connection: string }

/** The hash by which the connections of an owner are listed. */
export function ownerHash({ tenant = '', user }: ConnectionOwner): Promise<string> {
  return sha256(JSON.stringify(['owner', tenant, user]))
}

/** The hash by which one connection is found; whatever is sealed for it is bound to this. */
export function idHash({ tenant = '', user, connection }: ConnectionRef): Promise<string> {
  return sha256(JSON.stringify(['connection', tenant, user, connection]))
}
