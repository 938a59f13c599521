// Commands of version 3 to a vehicle.

import type { SimulatorContext } from '../http/context.ts'
import { carryOut } from './carry-out.ts'
import { attributesOf } from './command-body.ts'
import { commands } from './command-table.ts'
import { errorV3 } from './error.ts'
import { commandDocument } from './execution-document.ts'
import { findCommandedVehicle } from './vehicle-access.ts'

/** POST /v3/vehicles/{id}/commands/{path}, such as `charge/set-limit`. */
export function commandVehicleV3(c: SimulatorContext, path: keyof typeof commands): Response {
  const command = commands[path]
  if (command === undefined) throw new TypeError(`There is no command “${path}”.`)
  const found = findCommandedVehicle(c, command.permission)
  if (!found.ok) return found.response
  const read = command.read(attributesOf(c.get('body')))
  if (!read.ok) return errorV3(read.fault)
  const commandType = path.replace('/', '-')
  return carryOut(c, found, read.command, execution =>
    commandDocument(commandType, execution, read.parameters),
  )
}
