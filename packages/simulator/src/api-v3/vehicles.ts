// The vehicles of version 3: their attributes and their signals.

import { vehicleFault } from '../api-v2/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { providerError } from '../http/provider-error.ts'
import { randomUuid } from '../world/random-id.ts'
import { readingsOf } from '../world/readings.ts'
import { type Signal, signals } from '../world/signals.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { findMachineVehicle, type MachineVehicle } from './machine-access.ts'

type VehicleAccess = Extract<MachineVehicle, { ok: true }>

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
  const fault = vehicleFault(found.connection.scenario, found.connection)
  if (fault !== undefined) return fault
  const { vehicleId, permissions } = found.connection
  const data = signals
    .filter(({ permission }) => permissions.includes(permission))
    .map(signal => signalDocument(c, found, signal))
  return answer({
    data,
    meta: { page: 1, pageSize: data.length, totalCount: data.length },
    links: { self: `/vehicles/${vehicleId}/signals` },
    included: { vehicle: vehicleDocument(vehicleId, found.vehicle) },
  })
}

/** GET /v3/vehicles/{id}/signals/{code}. */
export function readSignal(c: SimulatorContext): Response {
  const found = findMachineVehicle(c)
  if (!found.ok) return found.response
  const signal = signals.find(({ code }) => code === c.req.param('signalCode'))
  if (signal === undefined) {
    const description = 'There is no signal with this code.'
    return providerError('RESOURCE_NOT_FOUND', { description })
  }
  if (!found.connection.permissions.includes(signal.permission)) {
    const description = `${signal.permission} was not granted. Ask the person to connect again.`
    return providerError('PERMISSION', { description })
  }
  const fault = vehicleFault(found.connection.scenario, found.connection)
  if (fault !== undefined) return fault
  if (signal.body(readingsOf(found.vehicle), found.vehicle) === undefined) {
    const description = 'This vehicle has no part that could tell.'
    return providerError('COMPATIBILITY', { code: 'VEHICLE_NOT_CAPABLE', description })
  }
  return answer(signalDocument(c, found, signal))
}

function signalDocument(c: SimulatorContext, found: VehicleAccess, signal: Signal): unknown {
  const { code, name, group } = signal
  const { vehicleId } = found.connection
  const body = signal.body(readingsOf(found.vehicle), found.vehicle)
  const nowMs = c.env.now()
  const status =
    body === undefined
      ? { value: 'ERROR', error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' } }
      : { value: 'SUCCESS' }
  return {
    id: code,
    type: 'signal',
    attributes: { code, name, group, status, ...(body !== undefined && { body }) },
    meta: { retrievedAt: nowMs, oemUpdatedAt: nowMs - 60_000 },
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
    attributes: { make, model, year, powertrainType: powertrain.toUpperCase() },
    links: { self: `/vehicles/${id}` },
  }
}

function answer(body: unknown): Response {
  return jsonResponse(body, 200, { 'SC-Request-Id': randomUuid() })
}
