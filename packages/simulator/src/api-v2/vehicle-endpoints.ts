// What each version 2 endpoint reads: its permission and the shape of its answer, as data.

import type { Fault } from '../world/fault.ts'
import type { Readings } from '../world/readings.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { systemStatus, troubleCodes } from './diagnostics.ts'
import { lockStatus } from './lock-status.ts'
import { periodFault, serviceHistory } from './service-history.ts'
import { float, type Units } from './units.ts'

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
  /** The query of the request. */
  readonly query: URLSearchParams
  /** Milliseconds since 1970. */
  readonly nowMs: number
}

/** One thing to read. `body` answers `undefined` if the vehicle has no such part. */
export type VehicleEndpoint = {
  /** The permission that it needs. */
  readonly permission: string
  /** Whether the answer follows the unit system, so that a header tells which one it is in. */
  readonly hasUnits?: true
  /** Whether it never changes, so that no header tells how old it is. */
  readonly isStatic?: true
  /** What is wrong with the query, where it is read. */
  readonly check?: (query: URLSearchParams) => Fault | undefined
  /** Makes the answer; `undefined` if the vehicle has no such part. */
  readonly body: (input: EndpointInput) => object | undefined
}

/** The endpoints below `/v2.0/vehicles/{id}`, by path; the empty one is the vehicle itself. */
export const vehicleEndpoints: Readonly<Record<string, VehicleEndpoint>> = {
  '': {
    permission: 'read_vehicle_info',
    isStatic: true,
    body: ({ id, vehicle: { brandId, model, year } }) => ({ id, make: brandId, model, year }),
  },
  '/odometer': {
    permission: 'read_odometer',
    hasUnits: true,
    body: ({ readings, units }) => ({ distance: units.distance(readings.odometerKm) }),
  },
  '/battery': {
    permission: 'read_battery',
    hasUnits: true,
    body: ({ readings: { battery }, units }) =>
      battery && {
        percentRemaining: share(battery.percent),
        range: units.distance(battery.rangeKm),
      },
  },
  '/battery/capacity': {
    permission: 'read_battery',
    body: ({ readings: { battery } }) => battery && { capacity: float(battery.capacityKwh) },
  },
  '/battery/nominal_capacity': {
    permission: 'read_battery',
    // The provider knows the battery of these cars, so that nobody has to be asked for it by `url`.
    body: ({ readings: { battery } }) =>
      battery && {
        availableCapacities: [{ capacity: float(battery.capacityKwh), description: null }],
        capacity: { nominal: float(battery.capacityKwh), source: 'SMARTCAR' },
        url: null,
      },
  },
  '/charge': {
    permission: 'read_charge',
    body: ({ readings: { charge } }) =>
      charge && { isPluggedIn: charge.isPluggedIn, state: charge.state },
  },
  '/charge/limit': {
    permission: 'read_charge',
    body: ({ readings: { charge } }) => charge && { limit: share(charge.limitPercent) },
  },
  '/location': {
    permission: 'read_location',
    body: ({ readings }) => readings.place,
  },
  '/fuel': {
    permission: 'read_fuel',
    hasUnits: true,
    body: ({ readings: { fuel }, units }) =>
      fuel && {
        percentRemaining: share(fuel.percent),
        range: units.distance(fuel.rangeKm),
        amountRemaining: units.volume(fuel.litres),
      },
  },
  '/tires/pressure': {
    permission: 'read_tires',
    hasUnits: true,
    body: ({ readings: { tiresKpa }, units }) => ({
      frontLeft: units.pressure(tiresKpa[0]),
      frontRight: units.pressure(tiresKpa[1]),
      backLeft: units.pressure(tiresKpa[2]),
      backRight: units.pressure(tiresKpa[3]),
    }),
  },
  '/engine/oil': {
    permission: 'read_engine_oil',
    body: ({ readings: { fuel } }) => fuel && { lifeRemaining: share(fuel.oilLifePercent) },
  },
  '/security': {
    permission: 'read_security',
    body: ({ readings }) => lockStatus(readings),
  },
  '/diagnostics/system_status': {
    permission: 'read_diagnostics',
    body: ({ readings }) => systemStatus(readings),
  },
  '/diagnostics/dtcs': {
    permission: 'read_diagnostics',
    body: ({ readings }) => troubleCodes(readings),
  },
  '/service/history': {
    permission: 'read_service_history',
    hasUnits: true,
    check: periodFault,
    body: ({ readings, units, query, nowMs }) => serviceHistory(readings, units, query, nowMs),
  },
  '/vin': {
    permission: 'read_vin',
    isStatic: true,
    body: ({ vehicle }) => ({ vin: vehicle.vin }),
  },
}

/** A percentage as a number from 0 to 1. */
function share(percent: number): number {
  return Number((percent / 100).toFixed(4))
}
