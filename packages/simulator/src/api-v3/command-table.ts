// The commands of version 3: their paths, their permissions and what they ask of a car.

import type { Fields } from '../http/json-fields.ts'
import type { CarCommand } from '../world/car-commands.ts'
import type { Fault } from '../world/fault.ts'
import { placeOf, wrongAttribute } from './command-body.ts'

/** What a request asks of a car, or what is wrong with it. */
export type ReadCommand =
  | {
      readonly ok: true
      readonly command: CarCommand
      /** What came with the command, for its answer. */
      readonly parameters?: Fields
    }
  | { readonly ok: false; readonly fault: Fault }

/** One command. */
export type Command = {
  /** The permission that it needs. */
  readonly permission: string
  /** Reads what came with it. */
  readonly read: (attributes: Fields) => ReadCommand
}

/**
 * The commands below `/v3/vehicles/{id}/commands`, by path. The permission of the charge port is
 * approximate.
 *
 * @see https://smartcar.com/docs/api-reference/commands/overview
 */
export const commands: Readonly<Record<string, Command>> = {
  'charge/start': plain('control_charge', { kind: 'start-charge' }),
  'charge/stop': plain('control_charge', { kind: 'stop-charge' }),
  'charge/set-limit': { permission: 'control_charge', read: readLimit },
  'charge-port/open': plain('control_charge', { kind: 'open-charge-port' }),
  'charge-port/close': plain('control_charge', { kind: 'close-charge-port' }),
  'security/lock': plain('control_security', { kind: 'lock' }),
  'security/unlock': plain('control_security', { kind: 'unlock' }),
  'navigation/set-destination': { permission: 'control_navigation', read: readDestination },
}

function plain(permission: string, command: CarCommand): Command {
  return { permission, read: () => ({ ok: true, command }) }
}

function readLimit(attributes: Fields): ReadCommand {
  const { percent } = attributes
  const isRight = Number.isInteger(percent) && Number(percent) >= 50 && Number(percent) <= 100
  if (!isRight) {
    return {
      ok: false,
      fault: wrongAttribute(attributes, 'percent', 'a whole number from 50 to 100'),
    }
  }
  return {
    ok: true,
    command: { kind: 'set-charge-limit', percent: Number(percent) },
    parameters: { percent },
  }
}

function readDestination(attributes: Fields): ReadCommand {
  const place = placeOf(attributes)
  if (place !== undefined) {
    return { ok: true, command: { kind: 'set-destination', place }, parameters: place }
  }
  const name = attributes.latitude === undefined ? 'latitude' : 'longitude'
  const must = 'beside the other one: latitude from -90 to 90, longitude from -180 to 180'
  return { ok: false, fault: wrongAttribute(attributes, name, must) }
}
