// Who calls the version 2 vehicle API, and for which vehicle.

import { bearerToken } from '../api/bearer-token.ts'
import type { SimulatorContext } from '../http/context.ts'
import type { Grant } from '../memory/state.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { errorV2 } from './error.ts'

/** The grant of an access token, or the error answer to a caller without a valid token. */
export type Access =
  | { readonly ok: true; readonly grant: Grant }
  | { readonly ok: false; readonly response: Response }

/** Finds the grant of the bearer token. */
export function findAccess(c: SimulatorContext): Access {
  const token = bearerToken(c)
  const record = c.env.state.accessTokens.get(token ?? '')
  const grant = c.env.state.grants.get(record?.grantId ?? '')
  if (record === undefined || grant === undefined || c.env.now() >= record.expiresAtMs) {
    const description = 'The access token is missing, wrong, expired or revoked.'
    return { ok: false, response: errorV2({ type: 'AUTHENTICATION', description }) }
  }
  return { ok: true, grant }
}

/** A vehicle that the caller may use, or the error answer. */
export type VehicleAccess =
  | { readonly ok: true; readonly grant: Grant; readonly id: string; readonly vehicle: Vehicle }
  | { readonly ok: false; readonly response: Response }

/** Finds the vehicle of the path and checks that the token opens it, with a permission if needed. */
export function findVehicleAccess(c: SimulatorContext, permission?: string): VehicleAccess {
  const access = findAccess(c)
  if (!access.ok) return access
  const { grant } = access
  const id = c.req.param('vehicleId') ?? ''
  const vehicle = c.env.state.vehicles.get(id)
  if (vehicle === undefined) {
    const description = 'There is no vehicle with this id.'
    return { ok: false, response: errorV2({ type: 'RESOURCE_NOT_FOUND', description }) }
  }
  const allowed = permission === undefined || grant.permissions.includes(permission)
  if (!grant.vehicleIds.includes(id) || !allowed) {
    const missing = allowed
      ? 'This token does not open the vehicle.'
      : `${permission} was not granted.`
    const description = `${missing} Ask the person to connect again.`
    return { ok: false, response: errorV2({ type: 'PERMISSION', description }) }
  }
  return { ok: true, grant, id, vehicle }
}
