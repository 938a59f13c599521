// A vehicle as version 3 writes it down, alone or beside its signals.

import type { SimulatorContext } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import { modeOfToday, type Vehicle } from '../world/vehicle.ts'
import { addressV3 } from './answer.ts'

/** What a vehicle is, without its id. */
export function vehicleAttributes(
  { brandId, model, year, powertrain }: Vehicle,
  { mode }: Pick<Connection, 'mode'>,
): unknown {
  return {
    make: brandId,
    model,
    year,
    powertrainType: powertrain,
    mode: modeOfToday(mode),
  }
}

/** The resource of a vehicle. */
export function vehicleDocument(
  c: SimulatorContext,
  connection: Pick<Connection, 'mode' | 'vehicleId'>,
  vehicle: Vehicle,
): unknown {
  const { vehicleId } = connection
  return {
    id: vehicleId,
    type: 'vehicle',
    attributes: vehicleAttributes(vehicle, connection),
    links: { self: addressV3(c, `/vehicles/${vehicleId}`) },
  }
}
