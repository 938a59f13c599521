// The end of signing in again for a vehicle that is connected already.

import type { SimulatorContext } from '../http/context.ts'
import type { Attempt } from '../memory/attempt.ts'
import { redirectBack } from './redirect-back.ts'

/** Marks the vehicle as signed in again and sends the person back with its id. */
export function reauthenticate(c: SimulatorContext, attempt: Attempt): Promise<Response> {
  const { clientId, vehicleId = '' } = attempt.request
  for (const connection of c.env.state.connections.values()) {
    if (connection.clientId === clientId && connection.vehicleId === vehicleId) {
      connection.needsReauthentication = false
    }
  }
  return redirectBack(c, attempt, { kind: 'reauthenticated', vehicleId })
}
