// Finding and ending the connections between applications and vehicles.

import type { Connection, State } from './state.ts'
import { unsubscribeConnection } from './subscriptions.ts'

/** The connection of a user's vehicle. */
export function findConnection(
  state: State,
  userId: string,
  vehicleId: string,
): Connection | undefined {
  return state.connections.get(`${userId} ${vehicleId}`)
}

/** Ends a connection: no token opens the vehicle any more and consent has to be given anew. */
export function removeConnection(state: State, connection: Connection): void {
  const { userId, vehicleId } = connection
  state.connections.delete(`${userId} ${vehicleId}`)
  unsubscribeConnection(state, connection)
  for (const grant of state.grants.values()) {
    if (grant.userId === userId) {
      grant.vehicleIds = grant.vehicleIds.filter(id => id !== vehicleId)
    }
  }
}
