// The signals of version 3: their codes, permissions and values, as data.

import type { Readings } from './readings.ts'
import type { Vehicle } from './vehicle.ts'

/** One signal. `body` answers `undefined` if the vehicle has no such part. */
export type Signal = {
  /** The code in the address of the signal. */
  readonly code: string
  /** Its name within the group. */
  readonly name: string
  /** The group it belongs to. */
  readonly group: string
  /** The permission that it needs. */
  readonly permission: string
  /** Makes the value from the readings; `undefined` if the vehicle has no such part. */
  readonly body: (
    readings: Readings,
    vehicle: Vehicle,
  ) => Readonly<Record<string, unknown>> | undefined
}

/** The signals that the simulated vehicles have. */
export const signals: readonly Signal[] = [
  {
    code: 'odometer-traveleddistance',
    name: 'TraveledDistance',
    group: 'Odometer',
    permission: 'read_odometer',
    body: ({ odometerKm }) => km(odometerKm),
  },
  {
    code: 'tractionbattery-stateofcharge',
    name: 'StateOfCharge',
    group: 'TractionBattery',
    permission: 'read_battery',
    body: ({ battery }) => percent(battery?.percentRemaining),
  },
  {
    code: 'tractionbattery-range',
    name: 'Range',
    group: 'TractionBattery',
    permission: 'read_battery',
    body: ({ battery }) => km(battery?.rangeKm),
  },
  {
    code: 'charge-ischarging',
    name: 'IsCharging',
    group: 'Charge',
    permission: 'read_charge',
    body: ({ charge }) => charge && { value: charge.state === 'CHARGING' },
  },
  {
    code: 'location-preciselocation',
    name: 'PreciseLocation',
    group: 'Location',
    permission: 'read_location',
    body: ({ latitude, longitude }) => ({ latitude, longitude, locationType: 'LAST_PARKED' }),
  },
  {
    code: 'internalcombustionengine-fuellevel',
    name: 'FuelLevel',
    group: 'InternalCombustionEngine',
    permission: 'read_fuel',
    body: ({ fuel }) => percent(fuel?.percentRemaining),
  },
  {
    code: 'internalcombustionengine-oillife',
    name: 'OilLife',
    group: 'InternalCombustionEngine',
    permission: 'read_engine_oil',
    body: ({ oilLifeRemaining }) => percent(oilLifeRemaining),
  },
  {
    code: 'wheel-tires',
    name: 'Tires',
    group: 'Wheel',
    permission: 'read_tires',
    body: ({ tiresKpa }) => ({
      unit: 'kPa',
      rowCount: 2,
      columnCount: 2,
      values: tiresKpa.map((tirePressure, at) => ({
        row: Math.floor(at / 2),
        column: at % 2,
        tirePressure,
      })),
    }),
  },
  {
    code: 'vehicleidentification-vin',
    name: 'VIN',
    group: 'VehicleIdentification',
    permission: 'read_vin',
    body: (_readings, { vin }) => ({ value: vin }),
  },
]

function percent(share: number | undefined): { unit: string; value: number } | undefined {
  return share === undefined ? undefined : { unit: 'percent', value: Math.round(share * 100) }
}

function km(value: number | undefined): { unit: string; value: number } | undefined {
  return value === undefined ? undefined : { unit: 'km', value }
}
