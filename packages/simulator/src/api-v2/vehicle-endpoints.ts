// What each version 2 endpoint reads: its permission and the shape of its answer, as data.

import type { Readings } from '../world/readings.ts'
import type { Vehicle } from '../world/vehicle.ts'
import type { Units } from './units.ts'

/** What an endpoint builds its answer from. */
export type EndpointInput = {
  /** The application’s id of the vehicle. */
  readonly id: string
  /** The vehicle itself. */
  readonly vehicle: Vehicle
  /** What it reports, in metric units. */
  readonly readings: Readings
  /** The units that the caller asked for. */
  readonly units: Units
}

/** One thing to read. `body` answers `undefined` if the vehicle has no such part. */
export type VehicleEndpoint = {
  /** The permission that it needs. */
  readonly permission: string
  /** Makes the answer; `undefined` if the vehicle has no such part. */
  readonly body: (input: EndpointInput) => Readonly<Record<string, unknown>> | undefined
}

/** The endpoints below `/v2.0/vehicles/{id}`, by path; the empty one is the vehicle itself. */
export const vehicleEndpoints: Readonly<Record<string, VehicleEndpoint>> = {
  '': {
    permission: 'read_vehicle_info',
    body: ({ id, vehicle: { make, model, year } }) => ({ id, make, model, year }),
  },
  '/odometer': {
    permission: 'read_odometer',
    body: ({ readings, units }) => ({ distance: units.distance(readings.odometerKm) }),
  },
  '/battery': {
    permission: 'read_battery',
    body: ({ readings: { battery }, units }) =>
      battery && {
        percentRemaining: battery.percent / 100,
        range: units.distance(battery.rangeKm),
      },
  },
  '/charge': {
    permission: 'read_charge',
    body: ({ readings: { charge } }) =>
      charge && { isPluggedIn: charge.isPluggedIn, state: charge.state },
  },
  '/location': {
    permission: 'read_location',
    body: ({ readings }) => readings.place,
  },
  '/fuel': {
    permission: 'read_fuel',
    body: ({ readings: { fuel }, units }) =>
      fuel && {
        percentRemaining: fuel.percent / 100,
        range: units.distance(fuel.rangeKm),
        amountRemaining: units.volume(fuel.litres),
      },
  },
  '/tires/pressure': {
    permission: 'read_tires',
    body: ({ readings: { tiresKpa }, units }) => ({
      frontLeft: units.pressure(tiresKpa[0]),
      frontRight: units.pressure(tiresKpa[1]),
      backLeft: units.pressure(tiresKpa[2]),
      backRight: units.pressure(tiresKpa[3]),
    }),
  },
  '/engine/oil': {
    permission: 'read_engine_oil',
    body: ({ readings: { fuel } }) => fuel && { lifeRemaining: fuel.oilLifePercent / 100 },
  },
  '/vin': {
    permission: 'read_vin',
    body: ({ vehicle }) => ({ vin: vehicle.vin }),
  },
}
