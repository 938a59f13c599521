// The connections that somebody watches: one of them goes on with a session that an earlier page began.

import type { EndpointOptions } from './options/connect-options.ts'
import type { RunningSession } from './running-session.ts'
import type { Session } from './session.ts'

/** A connection, as its sessions know it. */
export type Connection<T = unknown> = {
  /** Its options of the moment, without what a single click adds. */
  read(): EndpointOptions<T>
  /** Is told what its session is now. */
  notify(session: Session<T>): void
  /** Takes a resumed session. `false`: it has another session by now, or nobody watches it any more. */
  adopt(session: RunningSession): boolean
}

/** Any connection of a page, whatever its backend answers. */
// biome-ignore lint/suspicious/noExplicitAny: connections of one page differ in what their backends answer
export type AnyConnection = Connection<any>

/** In the order in which the watching began. */
export const watched: Set<AnyConnection> = new Set()
