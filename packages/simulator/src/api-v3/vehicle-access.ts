// For which vehicle version 3 is called.

import { grantOfToken } from '../api/grant-of-token.ts'
import { planLimit } from '../api/limits.ts'
import { provisioningAt } from '../api/provisioning.ts'
import { testConnection, testGrant, testVehicle, testVehicleId } from '../api/test-vehicle.ts'
import type { SimulatorContext } from '../http/context.ts'
import { findConnection, isVisible, visibleConnections } from '../memory/connections.ts'
import type { Connection } from '../memory/state.ts'
import type { Fault } from '../world/fault.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'

/** A vehicle that the caller may use. */
export type FoundVehicle = {
  readonly ok: true
  readonly connection: Connection
  readonly vehicle: Vehicle
  /** Whether the caller expects documents as they were in 2025. */
  readonly isOlderForm: boolean
}

/** A vehicle that the caller may use, or the error answer. */
export type VehicleAccess = FoundVehicle | { readonly ok: false; readonly response: Response }

type FoundConnection =
  | {
      readonly ok: true
      readonly connection: Connection | undefined
      readonly isOlderForm: boolean
    }
  | { readonly ok: false; readonly response: Response }

/** Finds the vehicle of the path among all users of the application; `sc-user-id` is not needed. */
export function findVehicle(c: SimulatorContext): VehicleAccess {
  return openVehicle(c, personsConnection(c) ?? applicationsConnection(c))
}

/** Finds the vehicle of the path for the user that `sc-user-id` names. */
export function findUserVehicle(c: SimulatorContext): VehicleAccess {
  return openVehicle(c, personsConnection(c) ?? usersConnection(c))
}

/**
 * Finds the vehicle that a command is for, and checks the permission. Only an application sends
 * commands of version 3.
 */
export function findCommandedVehicle(c: SimulatorContext, permission: string): VehicleAccess {
  const found = openVehicle(c, usersConnection(c))
  if (!found.ok || found.connection.permissions.includes(permission)) return found
  const description = `${permission} was not granted. Ask the person to connect again.`
  return { ok: false, response: errorV3({ type: 'PERMISSION', description }) }
}

/**
 * The official SDKs read version 3 with a person's access token of version 2, which belongs to one
 * user already. What the provider itself makes of such a token is not recorded.
 */
function personsConnection(c: SimulatorContext): FoundConnection | undefined {
  const grant = grantOfToken(c)
  if (grant === undefined) return undefined
  const vehicleId = c.req.param('vehicleId') ?? ''
  if (grant === testGrant && vehicleId === testVehicleId) {
    return { ok: true, connection: testConnection, isOlderForm: true }
  }
  const isOpen = grant.vehicleIds.includes(vehicleId)
  const connection = isOpen ? findConnection(c.env.state, grant.userId, vehicleId) : undefined
  return { ok: true, connection, isOlderForm: true }
}

function applicationsConnection(c: SimulatorContext): FoundConnection {
  const access = findMachineAccess(c)
  if (!access.ok) return access
  const wanted = c.req.param('vehicleId')
  const [connection] = visibleConnections(
    c.env.state,
    access.clientId,
    c.env.now(),
    ({ vehicleId }) => vehicleId === wanted,
  )
  return { ok: true, connection, isOlderForm: false }
}

function usersConnection(c: SimulatorContext): FoundConnection {
  const access = findMachineAccess(c)
  if (!access.ok) return access
  const userId = c.req.header('sc-user-id') ?? ''
  if (userId === '') return { ok: false, response: errorV3(noUser) }
  const { state, now } = c.env
  const connection = findConnection(state, userId, c.req.param('vehicleId') ?? '')
  const visible = isVisible(connection, access.clientId, now()) ? connection : undefined
  return { ok: true, connection: visible, isOlderForm: false }
}

function openVehicle(c: SimulatorContext, found: FoundConnection): VehicleAccess {
  if (!found.ok) return found
  const { connection, isOlderForm } = found
  const vehicle =
    connection === testConnection
      ? testVehicle
      : c.env.state.vehicles.get(connection?.vehicleId ?? '')
  const isReady = connection !== undefined && provisioningAt(connection, c.env.now()) !== 'unknown'
  if (!isReady || vehicle === undefined) return { ok: false, response: errorV3(noVehicle) }
  const limit = planLimit(c.env, connection)
  if (limit !== undefined) return { ok: false, response: errorV3(limit) }
  return { ok: true, connection, vehicle, isOlderForm }
}

const noUser: Fault = {
  type: 'VALIDATION',
  code: 'MISSING_PARAMETER',
  description: 'userId is missing. Send it in the sc-user-id header: it says whose vehicle it is.',
}
const noVehicle: Fault = {
  type: 'RESOURCE_NOT_FOUND',
  code: 'VEHICLE_NOT_FOUND',
  description: 'No such vehicle is connected to the application.',
}
