// Commands to a vehicle: what each needs, and what it makes of the body.

import { sendCommand } from '../api/car-now.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import { type Fields, jsonFields } from '../http/json-fields.ts'
import { findConnection } from '../memory/connections.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import type { CarCommand } from '../world/car-commands.ts'
import type { Fault } from '../world/fault.ts'
import { answerV2 } from './answer.ts'
import { errorV2 } from './error.ts'
import { validationFault } from './faults.ts'
import { findVehicleAccess } from './vehicle-access.ts'

/** One command. */
export type VehicleCommand = {
  /** The permission that it needs. */
  readonly permission: string
  /** What the car is asked to do, or what is wrong with the body. */
  readonly read: (fields: Fields) => CarCommand | Fault
}

/** The commands below `/v2.0/vehicles/{id}`, by path. */
export const vehicleCommands: Readonly<Record<string, VehicleCommand>> = {
  '/charge': {
    permission: 'control_charge',
    read: ({ action }) => {
      if (action === 'START') return { kind: 'start-charge' }
      if (action === 'STOP') return { kind: 'stop-charge' }
      return validationFault('action', 'Field must be one of: [START,STOP]')
    },
  },
  '/charge/limit': {
    permission: 'control_charge',
    read: ({ limit }) => {
      // The provider's own SDKs send it as text.
      const share = typeof limit === 'string' && limit.trim() !== '' ? Number(limit) : limit
      if (isWithin(share, 0.5, 1)) {
        return { kind: 'set-charge-limit', percent: Math.round(share * 100) }
      }
      return validationFault('limit', 'Field must be a number from 0.5 to 1')
    },
  },
  '/security': {
    permission: 'control_security',
    read: ({ action }) => {
      if (action === 'LOCK') return { kind: 'lock' }
      if (action === 'UNLOCK') return { kind: 'unlock' }
      return validationFault('action', 'Field must be one of: [LOCK,UNLOCK]')
    },
  },
  '/navigation/destination': {
    permission: 'control_navigation',
    read: ({ latitude, longitude }) => {
      if (!isWithin(latitude, -90, 90)) {
        return validationFault('latitude', 'Field must be a number from -90 to 90')
      }
      if (!isWithin(longitude, -180, 180)) {
        return validationFault('longitude', 'Field must be a number from -180 to 180')
      }
      return { kind: 'set-destination', place: { latitude, longitude } }
    },
  },
}

/** POST of a command, such as `{ "action": "LOCK" }`. The car obeys or says why it does not. */
export function commandVehicle(c: SimulatorContext, command: VehicleCommand): Response {
  const access = findVehicleAccess(c, command.permission)
  if (!access.ok) return errorV2(access.fault)
  const { grant, id, vehicle } = access
  const wanted = command.read(jsonFields(c.get('body')))
  if ('type' in wanted) return errorV2(wanted)
  const fault =
    vehicleFault(
      scenarioOf(grant.scenario, c.env.state.scenario),
      findConnection(c.env.state, grant.userId, id),
    ) ?? sendCommand(c.env, id, vehicle, wanted)
  if (fault !== undefined) return errorV2(fault)
  // SDKs compare this sentence.
  return answerV2({ status: 'success', message: 'Successfully sent request to vehicle' })
}

function isWithin(value: unknown, from: number, to: number): value is number {
  return typeof value === 'number' && value >= from && value <= to
}
