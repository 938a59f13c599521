// Removing a user of version 3.

import type { SimulatorContext } from '../http/context.ts'
import { removeConnection } from '../memory/connections.ts'
import { removedV3 } from './answer.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'
import { notFound } from './not-found.ts'

/** DELETE /v3/users/{id}: forgets the user with all connections and everything granted. */
export function deleteUser(c: SimulatorContext): Response {
  const access = findMachineAccess(c)
  if (!access.ok) return access.response
  const { state } = c.env
  const user = state.users.get(c.req.param('userId') ?? '')
  if (user?.clientId !== access.clientId) return errorV3(notFound('user'))
  for (const connection of [...state.connections.values()]) {
    if (connection.userId === user.id) removeConnection(state, connection)
  }
  for (const grant of [...state.grants.values()]) {
    if (grant.userId === user.id) state.grants.delete(grant.id)
  }
  state.users.delete(user.id)
  return removedV3()
}
