// The models that the provider knows, and what each can do.

import type { SimulatorContext } from '../http/context.ts'
import { type Brand, brands } from '../world/brands.ts'
import { newCar } from '../world/car.ts'
import { modelsOf } from '../world/models/models.ts'
import { readingsOf } from '../world/readings.ts'
import { signals } from '../world/signals.ts'
import { makeVin, type Vehicle, vehicleOfModel } from '../world/vehicle.ts'
import { answerV3 } from './answer.ts'
import { commandCapabilities } from './command-capabilities.ts'

const regions: Readonly<Record<Brand['region'], readonly string[]>> = {
  world: ['US', 'CA', 'EUROPE'],
  'north-america': ['US', 'CA'],
  europe: ['EUROPE'],
}

/**
 * GET /v3/compatible-vehicles: one page with everything that the filters leave. Anybody may ask.
 * A filter with an unknown value leaves nothing, which is approximate.
 *
 * @see https://smartcar.com/docs/api-reference/compatible-vehicles
 */
export function listCompatibleVehicles(c: SimulatorContext): Response {
  const query = c.get('url').searchParams
  function isWanted(name: string, value: string): boolean {
    const wanted = query.get(`filter[${name}]`)
    return wanted === null || wanted.toUpperCase() === value
  }
  const nowMs = c.env.now()
  const data = brands
    .filter(brand => isWanted('make', brand.id))
    .flatMap(brand =>
      modelsOf(brand.id)
        .filter(({ powertrain }) => isWanted('powertrainType', powertrain))
        .flatMap(model => {
          const { name, fromYear, toYear, powertrain } = model
          // One vehicle of the model shows what it can do.
          const vehicle = vehicleOfModel(makeVin(brand, '', 1, 'live'), brand, model, 1)
          const capabilities = [
            ...signalCapabilities(vehicle, nowMs),
            ...commandCapabilities(vehicle),
          ]
          return regions[brand.region]
            .filter(region => isWanted('region', region))
            .map(region => ({
              id: `${brand.id}-${name}-${fromYear}-${toYear}-${powertrain}-${region}`,
              type: 'vehicle-model-capability',
              attributes: {
                make: brand.name,
                model: name,
                region,
                powertrainType: powertrain,
                years: { start: fromYear, end: toYear },
                capabilities,
              },
            }))
        }),
    )
  // Documented: here the field is `page`, not `pageNumber`.
  return answerV3({ data, meta: { page: 1, pageSize: data.length, totalCount: data.length } })
}

/** The signals that a vehicle gives, now or in another state. */
function signalCapabilities(vehicle: Vehicle, nowMs: number): readonly unknown[] {
  const car = newCar(vehicle, nowMs)
  const source = { vehicle, car, readings: readingsOf(vehicle, car) }
  return signals.flatMap(({ code, name, group, permission, read }) => {
    const reading = read(source)
    if (!reading.ok && reading.type === 'COMPATIBILITY') return []
    return [{ type: 'signal', name, group, code: name, capability: code, permission }]
  })
}
