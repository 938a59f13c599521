// Reads a list of cars from an answer, field by field, as any backend may have written it.

import type { ConnectedVehicle } from './connected-vehicle.ts'

/**
 * The cars in an answer. A field of another type than the components expect is left out, as one odd field
 * would end the page that shows it.
 *
 * @returns `undefined` for what is no list of cars: each has an id
 */
export function readCars(data: unknown): readonly ConnectedVehicle[] | undefined {
  if (!Array.isArray(data)) return undefined
  const cars = data.map(readCar)
  return cars.every(car => car !== undefined) ? cars : undefined
}

function readCar(entry: unknown): ConnectedVehicle | undefined {
  const fields: Partial<Record<keyof ConnectedVehicle, unknown>> = Object(entry)
  const id = text(fields.id)
  if (!id) return undefined
  const { permissions, year } = fields
  return {
    id,
    make: text(fields.make),
    model: text(fields.model),
    year: typeof year === 'number' ? year : undefined,
    powertrainType: text(fields.powertrainType),
    mode: text(fields.mode),
    permissions: Array.isArray(permissions) ? permissions.filter(isText) : [],
    state: fields.state === 'needs_reauth' ? 'needs_reauth' : 'connected',
    connectedAt: text(fields.connectedAt) ?? '',
  }
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
