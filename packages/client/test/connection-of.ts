// The connection of a session that a test makes without `createConnect`.

import type { EndpointOptions } from '../src/options/connect-options.ts'
import type { Session } from '../src/session.ts'
import type { Connection } from '../src/watched.ts'

/** A connection with these options that tells a test what its session is, and that is watched. */
export function connectionOf<T>(
  options: EndpointOptions<T>,
  notify: (session: Session<T>) => void = () => {},
): Connection<T> {
  return { read: () => options, notify, adopt: () => true }
}
