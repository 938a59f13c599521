// The vehicles of version 3: their attributes and their signals.

import { storedSignals } from '../api/stored-signals.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import type { Fault } from '../world/fault.ts'
import { addressV3, answerV3 } from './answer.ts'
import { errorV3 } from './error.ts'
import { signalDocument } from './signal-document.ts'
import { findUserVehicle, findVehicle } from './vehicle-access.ts'
import { vehicleDocument } from './vehicle-document.ts'

/** GET /v3/vehicles/{id}. */
export function readVehicleV3(c: SimulatorContext): Response {
  const found = findVehicle(c)
  if (!found.ok) return found.response
  const { connection, vehicle, isOlderForm } = found
  const fault = storeFault(c, connection)
  if (fault !== undefined) return errorV3(fault)
  const data = vehicleDocument(c, connection, vehicle)
  return answerV3(isOlderForm ? data : { data })
}

/** GET /v3/vehicles/{id}/signals: all that are stored. One that fails does not fail the others. */
export function listSignals(c: SimulatorContext): Response {
  const found = findUserVehicle(c)
  if (!found.ok) return found.response
  const { connection, vehicle, isOlderForm } = found
  const fault = storeFault(c, connection)
  if (fault !== undefined) return errorV3(fault)
  const { vehicleId } = connection
  const data = storedSignals(c.env, connection, vehicle).map(stored =>
    signalDocument(c, vehicleId, stored, isOlderForm),
  )
  return answerV3({
    data,
    meta: { totalCount: data.length, pageSize: data.length, pageNumber: 1 },
    links: { self: addressV3(c, `/vehicles/${vehicleId}/signals`) },
    included: { vehicle: vehicleDocument(c, connection, vehicle) },
  })
}

/** GET /v3/vehicles/{id}/signals/{code}. */
export function readSignal(c: SimulatorContext): Response {
  const found = findUserVehicle(c)
  if (!found.ok) return found.response
  const { connection, vehicle, isOlderForm } = found
  const fault = storeFault(c, connection)
  if (fault !== undefined) return errorV3(fault)
  const wanted = c.req.param('signalCode')
  const stored = storedSignals(c.env, connection, vehicle).find(
    ({ signal }) => signal.code === wanted,
  )
  if (stored === undefined) return errorV3(noSignal)
  const data = signalDocument(c, connection.vehicleId, stored, isOlderForm)
  if (isOlderForm) return answerV3(data)
  return answerV3({ data, included: { vehicle: vehicleDocument(c, connection, vehicle) } })
}

/** Why the store cannot be read. A vehicle that cannot be reached does not matter to it. */
function storeFault(c: SimulatorContext, connection: Connection): Fault | undefined {
  const fault = vehicleFault(scenarioOf(connection.scenario, c.env.state.scenario), connection)
  const isOfProvider = ['RATE_LIMIT', 'BILLING', 'SERVER'].includes(fault?.type ?? '')
  return isOfProvider ? fault : undefined
}

const noSignal: Fault = {
  type: 'RESOURCE_NOT_FOUND',
  code: 'SIGNAL_NOT_FOUND',
  description: 'The vehicle has no stored signal with this code.',
}
