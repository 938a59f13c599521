// Who calls the version 3 API, and for whose vehicle.

import { bearerToken } from '../api/bearer-token.ts'
import { errorV2 } from '../api-v2/error.ts'
import { findAccess } from '../api-v2/vehicle-access.ts'
import type { SimulatorContext } from '../http/context.ts'
import { findConnection } from '../memory/connections.ts'
import type { Connection } from '../memory/state.ts'
import type { Vehicle } from '../world/vehicle.ts'

/** The application that calls, or the error answer to a caller without a valid token. */
export type MachineAccess =
  | { readonly ok: true; readonly clientId: string }
  | { readonly ok: false; readonly response: Response }

/** Finds the application of a machine's token. */
export function findMachineAccess(c: SimulatorContext): MachineAccess {
  const record = c.env.state.machineTokens.get(bearerToken(c) ?? '')
  if (record === undefined || c.env.now() >= record.expiresAtMs) {
    const description = 'The machine’s access token is missing, wrong or expired.'
    return { ok: false, response: errorV2({ type: 'AUTHENTICATION', description }) }
  }
  return { ok: true, clientId: record.clientId }
}

/** A vehicle that the caller may use, or the error answer. */
export type MachineVehicle =
  | { readonly ok: true; readonly connection: Connection; readonly vehicle: Vehicle }
  | { readonly ok: false; readonly response: Response }

/**
 * Finds the vehicle of the path for the user that `sc-user-id` names. The provider's own SDK reads
 * signals with a person's access token of version 2, and such a token belongs to one user already.
 */
export function findMachineVehicle(c: SimulatorContext): MachineVehicle {
  const person = findAccess(c)
  const access = person.ok
    ? ({ ok: true, clientId: person.grant.clientId } as const)
    : findMachineAccess(c)
  if (!access.ok) return access
  const userId = person.ok ? person.grant.userId : c.req.header('sc-user-id')
  if (userId === undefined || userId === '') {
    const description = 'The sc-user-id header is missing. It says whose vehicle it is.'
    return {
      ok: false,
      response: errorV2({ type: 'VALIDATION', code: 'HEADER', description }),
    }
  }
  const vehicleId = c.req.param('vehicleId') ?? ''
  const connection = findConnection(c.env.state, userId, vehicleId)
  const vehicle = c.env.state.vehicles.get(vehicleId)
  const isOpen = !person.ok || person.grant.vehicleIds.includes(vehicleId)
  if (connection?.clientId !== access.clientId || vehicle === undefined || !isOpen) {
    const description = 'This user has no such vehicle connected to the application.'
    return { ok: false, response: errorV2({ type: 'RESOURCE_NOT_FOUND', description }) }
  }
  return { ok: true, connection, vehicle }
}
