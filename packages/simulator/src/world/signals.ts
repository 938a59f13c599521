// The signals of version 3: their codes, permissions and values, as data.

import type { Car } from './car.ts'
import type { Readings } from './readings.ts'
import type { Vehicle } from './vehicle.ts'

/** What a signal is read from: a vehicle, and its car at one instant. */
export type SignalSource = {
  readonly vehicle: Vehicle
  readonly car: Car
  readonly readings: Readings
}

/** The inside of a signal, such as `{ "value": 64, "unit": "percent" }`. */
export type SignalBody = Readonly<Record<string, unknown>>

/** What a vehicle says when it is asked for a signal. */
export type SignalReading =
  | { readonly ok: true; readonly body: SignalBody }
  | {
      readonly ok: false
      /** The kind of the error. */
      readonly type: 'VEHICLE_STATE' | 'COMPATIBILITY'
      /** What kind of that type it is. */
      readonly code: string
      /** The value that was known last, where there is one. */
      readonly body?: SignalBody
    }

/** One signal. */
export type Signal = {
  /** The code in the address of the signal. */
  readonly code: string
  /** Its name within the group. */
  readonly name: string
  /** The group it belongs to. */
  readonly group: string
  /** The permission that it needs. */
  readonly permission: string
  /** Whether it never changes, so that it has no time at which the car told it. @default false */
  readonly isStatic?: true
  /** Reads it. */
  readonly read: (source: SignalSource) => SignalReading
}

/** The signals that the simulated vehicles have. */
export const signals: readonly Signal[] = [
  {
    code: 'odometer-traveleddistance',
    name: 'TraveledDistance',
    group: 'Odometer',
    permission: 'read_odometer',
    read: ({ readings: { odometerKm } }) => reading(km(odometerKm)),
  },
  {
    code: 'tractionbattery-stateofcharge',
    name: 'StateOfCharge',
    group: 'TractionBattery',
    permission: 'read_battery',
    read: ({ readings: { battery } }) => reading(percent(battery?.percent)),
  },
  {
    code: 'tractionbattery-range',
    name: 'Range',
    group: 'TractionBattery',
    permission: 'read_battery',
    read: ({ readings: { battery } }) => reading(km(battery?.rangeKm)),
  },
  {
    code: 'charge-ischarging',
    name: 'IsCharging',
    group: 'Charge',
    permission: 'read_charge',
    read: ({ readings: { charge } }) => reading(charge && { value: charge.state === 'CHARGING' }),
  },
  {
    code: 'location-preciselocation',
    name: 'PreciseLocation',
    group: 'Location',
    permission: 'read_location',
    read: ({ readings: { place } }) => reading({ ...place, locationType: 'LAST_PARKED' }),
  },
  {
    code: 'internalcombustionengine-fuellevel',
    name: 'FuelLevel',
    group: 'InternalCombustionEngine',
    permission: 'read_fuel',
    read: ({ readings: { fuel } }) => reading(percent(fuel?.percent)),
  },
  {
    code: 'internalcombustionengine-oillife',
    name: 'OilLife',
    group: 'InternalCombustionEngine',
    permission: 'read_engine_oil',
    read: ({ readings: { fuel } }) => reading(percent(fuel?.oilLifePercent)),
  },
  {
    code: 'wheel-tires',
    name: 'Tires',
    group: 'Wheel',
    permission: 'read_tires',
    read: ({ readings: { tiresKpa } }) =>
      reading({
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
    isStatic: true,
    read: ({ vehicle: { vin } }) => reading({ value: vin }),
  },
]

function percent(value: number | undefined): { unit: string; value: number } | undefined {
  return value === undefined ? undefined : { unit: 'percent', value: Math.round(value) }
}

function km(value: number | undefined): { unit: string; value: number } | undefined {
  return value === undefined ? undefined : { unit: 'km', value }
}

function reading(body: SignalBody | undefined): SignalReading {
  if (body !== undefined) return { ok: true, body }
  return { ok: false, type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' }
}
