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

/**
 * Whether an application may see a connection: it is its own, and it is listed already. Only a scenario
 * lets it wait; a clock that was moved back to before it was made hides nothing.
 */
export function isVisible(
  connection: Connection | undefined,
  clientId: string,
  nowMs: number,
): connection is Connection {
  if (connection?.clientId !== clientId) return false
  return connection.visibleAtMs <= Math.max(nowMs, connection.connectedAtMs)
}

/** The wanted connections that an application may see. */
export function visibleConnections(
  { connections }: State,
  clientId: string,
  nowMs: number,
  isWanted: (connection: Connection) => boolean,
): readonly Connection[] {
  const found: Connection[] = []
  // Nothing is copied: there may be thousands, and most lists are those of one user.
  for (const connection of connections.values()) {
    if (isWanted(connection) && isVisible(connection, clientId, nowMs)) found.push(connection)
  }
  return found
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
