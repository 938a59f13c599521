// Commands to a vehicle: they are checked and accepted, and nothing moves.

import { vehicleFault } from '../api/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { findConnection } from '../memory/connections.ts'
import { randomUuid } from '../world/random-id.ts'
import { errorV2 } from './error.ts'
import { findVehicleAccess } from './vehicle-access.ts'

/** One command: what it needs and the actions it knows. */
export type VehicleCommand = {
  /** The permission that it needs. */
  readonly permission: string
  /** The values of `action`. */
  readonly actions: readonly string[]
}

/** The commands below `/v2.0/vehicles/{id}`, by path. */
export const vehicleCommands: Readonly<Record<string, VehicleCommand>> = {
  '/charge': { permission: 'control_charge', actions: ['START', 'STOP'] },
  '/security': { permission: 'control_security', actions: ['LOCK', 'UNLOCK'] },
}

/** POST of a command: `{ "action": "LOCK" }`. */
export function commandVehicle(c: SimulatorContext, command: VehicleCommand): Response {
  const access = findVehicleAccess(c, command.permission)
  if (!access.ok) return access.response
  const action = readAction(c.get('body'))
  if (action === undefined || !command.actions.includes(action)) {
    const description = `action must be one of ${command.actions.join(', ')}.`
    return errorV2({ type: 'VALIDATION', code: 'PARAMETER', description })
  }
  const { grant, id } = access
  const fault = vehicleFault(grant.scenario, findConnection(c.env.state, grant.userId, id))
  if (fault !== undefined) return errorV2(fault)
  return jsonResponse({ status: 'success', message: 'The request was sent to the vehicle.' }, 200, {
    'SC-Request-Id': randomUuid(),
  })
}

function readAction(body: string): string | undefined {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('action' in read)) return undefined
    return typeof read.action === 'string' ? read.action : undefined
  } catch {
    return undefined
  }
}
