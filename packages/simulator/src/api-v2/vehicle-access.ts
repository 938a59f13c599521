// Who calls the version 2 vehicle API, and for which vehicle.

import { grantOfToken } from '../api/grant-of-token.ts'
import { testVehicle, testVehicleId } from '../api/test-vehicle.ts'
import type { SimulatorContext } from '../http/context.ts'
import type { Grant } from '../memory/grant.ts'
import type { Fault } from '../world/fault.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { authenticationFault, pathFault, permissionFault, uuidFault } from './faults.ts'

/** The grant of an access token, or what is wrong with the token. */
export type Access =
  | { readonly ok: true; readonly grant: Grant }
  | { readonly ok: false; readonly fault: Fault }

/** Finds the grant of the bearer token. */
export function findAccess(c: SimulatorContext): Access {
  const grant = grantOfToken(c)
  return grant === undefined ? { ok: false, fault: authenticationFault } : { ok: true, grant }
}

/** A vehicle that the caller may use, or why not. */
export type VehicleAccess =
  | { readonly ok: true; readonly grant: Grant; readonly id: string; readonly vehicle: Vehicle }
  | { readonly ok: false; readonly fault: Fault }

/** Finds the vehicle of the path and checks that the token opens it, with a permission if needed. */
export function findVehicleAccess(c: SimulatorContext, permission?: string): VehicleAccess {
  const access = findAccess(c)
  if (!access.ok) return access
  const { grant } = access
  const id = c.req.param('vehicleId') ?? ''
  const vehicle = id === testVehicleId ? testVehicle : c.env.state.vehicles.get(id)
  if (vehicle === undefined) return { ok: false, fault: uuidFault('vehicle_id', id) ?? pathFault }
  const allowed = permission === undefined || grant.permissions.includes(permission)
  if (!grant.vehicleIds.includes(id) || !allowed) return { ok: false, fault: permissionFault }
  return { ok: true, grant, id, vehicle }
}
