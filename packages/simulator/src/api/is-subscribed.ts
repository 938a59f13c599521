// Whether a webhook watches a vehicle, so that its signals are fetched often.

import type { Connection, State } from '../memory/state.ts'

/** Whether the vehicle of a connection is subscribed to a webhook. */
export function isSubscribed(_state: State, _connection: Connection): boolean {
  return false
}
