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

/** Whether an application may see a connection: it is its own, and it is listed already. */
export function isVisible(
  connection: Connection | undefined,
  clientId: string,
  nowMs: number,
): connection is Connection {
  return connection?.clientId === clientId && connection.visibleAtMs <= nowMs
}

/** The connections that an application may see. */
export function visibleConnections(
  { connections }: State,
  clientId: string,
  nowMs: number,
): readonly Connection[] {
  return [...connections.values()].filter(connection => isVisible(connection, clientId, nowMs))
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
