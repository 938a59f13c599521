// The vehicles of version 3: their attributes and their signals.

import { type StoredSignal, storedSignals } from '../api/stored-signals.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import { errorV2 } from '../api-v2/error.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { randomUuid } from '../world/random-id.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { findMachineVehicle } from './machine-access.ts'

/** GET /v3/vehicles/{id}. */
export function readVehicleV3(c: SimulatorContext): Response {
  const found = findMachineVehicle(c)
  if (!found.ok) return found.response
  return answer(vehicleDocument(found.connection.vehicleId, found.vehicle))
}

/** GET /v3/vehicles/{id}/signals: those that the permissions cover. */
export function listSignals(c: SimulatorContext): Response {
  const found = findMachineVehicle(c)
  if (!found.ok) return found.response
  const { connection, vehicle } = found
  const fault = vehicleFault(connection.scenario, connection)
  if (fault !== undefined) return errorV2(fault)
  const { vehicleId } = connection
  const data = storedSignals(c.env, connection, vehicle)
    .filter(({ error }) => error?.type !== 'PERMISSION')
    .map(stored => signalDocument(vehicleId, stored))
  return answer({
    data,
    meta: { page: 1, pageSize: data.length, totalCount: data.length },
    links: { self: `/vehicles/${vehicleId}/signals` },
    included: { vehicle: vehicleDocument(vehicleId, vehicle) },
  })
}

/** GET /v3/vehicles/{id}/signals/{code}. */
export function readSignal(c: SimulatorContext): Response {
  const found = findMachineVehicle(c)
  if (!found.ok) return found.response
  const { connection, vehicle } = found
  const wanted = c.req.param('signalCode')
  const stored = storedSignals(c.env, connection, vehicle).find(
    ({ signal }) => signal.code === wanted,
  )
  if (stored === undefined) {
    const description = 'There is no signal with this code.'
    return errorV2({ type: 'RESOURCE_NOT_FOUND', description })
  }
  if (stored.error?.type === 'PERMISSION') {
    const description = `${stored.signal.permission} was not granted. Ask the person to connect again.`
    return errorV2({ type: 'PERMISSION', description })
  }
  const fault = vehicleFault(connection.scenario, connection)
  if (fault !== undefined) return errorV2(fault)
  if (stored.error !== undefined) {
    const description = 'This vehicle has no part that could tell.'
    return errorV2({ type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE', description })
  }
  return answer(signalDocument(connection.vehicleId, stored))
}

function signalDocument(vehicleId: string, stored: StoredSignal): unknown {
  const { code, name, group } = stored.signal
  const { error, body } = stored
  const status = error === undefined ? { value: 'SUCCESS' } : { value: 'ERROR', error }
  return {
    id: code,
    type: 'signal',
    attributes: { code, name, group, status, ...(body !== undefined && { body }) },
    meta: { retrievedAt: stored.retrievedAtMs, oemUpdatedAt: stored.oemUpdatedAtMs },
    links: {
      self: `/vehicles/${vehicleId}/signals/${code}`,
      vehicle: `/vehicles/${vehicleId}`,
    },
  }
}

function vehicleDocument(id: string, { make, model, year, powertrain }: Vehicle): unknown {
  return {
    id,
    type: 'vehicle',
    attributes: { make, model, year, powertrainType: powertrain },
    links: { self: `/vehicles/${id}` },
  }
}

function answer(body: unknown): Response {
  return jsonResponse(body, 200, { 'SC-Request-Id': randomUuid() })
}
