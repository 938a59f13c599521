// The signals of what a car is, who may use it, and how it is linked to its maker.

import type { ServiceRecord } from '../readings/service.ts'
import { type Signal, type SignalBody, signalsOf, value } from './signal.ts'

/**
 * The signals of the groups VehicleIdentification, VehicleUserAccount, ConnectivitySoftware,
 * ConnectivityStatus, Surveillance and Service. Most of their permissions are guesses.
 */
export const carSignals: readonly Signal[] = [
  ...signalsOf('VehicleIdentification', 'read_vin', {
    VIN: ({ vehicle }) => value(vehicle.vin),
    // Recorded of the VIN: it has no time but that of storing it.
  }).map((signal): Signal => ({ ...signal, isStatic: true })),
  ...signalsOf('VehicleIdentification', 'read_vehicle_info', {
    Nickname: ({ readings }) => value(readings.equipment?.nickname),
  }),
  ...signalsOf('VehicleIdentification', 'read_extended_vehicle_info', {
    ExteriorColor: ({ readings }) => value(readings.equipment?.colour),
    Packages: ({ readings: { equipment } }) => equipment && { values: equipment.packages },
    Trim: ({ readings }) => value(readings.equipment?.trim),
  }),
  ...signalsOf('VehicleUserAccount', 'read_user_profile', {
    Permissions: ({ readings: { account } }) => account && { values: account.permissions },
    Role: ({ readings }) => value(readings.account?.role),
  }),
  ...signalsOf('ConnectivitySoftware', 'read_extended_vehicle_info', {
    CurrentFirmwareVersion: ({ readings }) => value(readings.connectivity?.firmware),
  }),
  ...signalsOf('ConnectivityStatus', 'read_vehicle_info', {
    IsAsleep: ({ readings }) => value(readings.connectivity?.isAsleep),
    IsDigitalKeyPaired: ({ readings }) => value(readings.connectivity?.isDigitalKeyPaired),
    IsOnline: ({ readings }) => value(readings.connectivity?.isOnline),
  }),
  ...signalsOf('Surveillance', 'read_extended_vehicle_info', {
    Brand: ({ readings }) => value(readings.surveillance?.brand),
  }),
  ...signalsOf('Surveillance', 'read_security', {
    IsEnabled: ({ readings }) => value(readings.surveillance?.isEnabled),
  }),
  ...signalsOf('Service', 'read_service_history', {
    IsInService: ({ readings }) => value(readings.services && false),
    Records: ({ readings: { services } }) => services && { values: services.map(recordOf) },
  }),
]

function recordOf({ id, atMs, odometerKm, costUsd, tasks }: ServiceRecord): SignalBody {
  return {
    id,
    cost: { amount: costUsd, currency: 'USD' },
    time: new Date(atMs).toISOString(),
    tasks: tasks.map((description, at) => ({ id: `task-${at + 1}`, description })),
    details: [],
    odometer: odometerKm,
  }
}
